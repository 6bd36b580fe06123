package dev.gatehouse.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// The API documents: `/openapi.json`, Swagger UI at `/docs`, ReDoc at `/redoc`. All of it comes from this
/// server and asks no other host; the policies see to that even when a new version of those pages tries.
final class DocumentPages {
    /// Both pages write style sheets as they run; scripts come from files only.
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    /// ReDoc runs its search in a worker that it makes of a blob.
    private static final String REDOC_POLICY = POLICY + "; worker-src blob:";

    private static final HttpHeader REVALIDATE = new HttpHeader("Cache-Control", "no-cache");
    private static final HttpHeader KEEP_A_DAY = new HttpHeader("Cache-Control", "public, max-age=86400");
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";
    private static final String HTML = "text/html; charset=utf-8";

    private DocumentPages() {}

    /// By path.
    static Map<String, Asset> of(Supplier<byte[]> openApi) {
        var assets = new LinkedHashMap<String, Asset>();
        assets.put("/openapi.json", new Asset("application/json", openApi, REVALIDATE));
        assets.put("/docs", page("docs.html", POLICY));
        assets.put("/docs/start.js", own("docs-start.js", SCRIPT));
        assets.put("/docs/swagger-ui.css", webJar("swagger-ui", "swagger-ui.css", STYLE));
        assets.put("/docs/swagger-ui-bundle.js", webJar("swagger-ui", "swagger-ui-bundle.js", SCRIPT));
        assets.put("/docs/favicon-32x32.png", webJar("swagger-ui", "favicon-32x32.png", "image/png"));
        assets.put("/redoc", page("redoc.html", REDOC_POLICY));
        assets.put("/redoc/start.js", own("redoc-start.js", SCRIPT));
        assets.put("/redoc/start.css", own("redoc-start.css", STYLE));
        assets.put("/redoc/redoc.standalone.js", redoc());
        return assets;
    }

    private static Asset page(String file, String policy) {
        return Asset.ofResource(
                HTML, file, bytes -> bytes, REVALIDATE, new HttpHeader("Content-Security-Policy", policy));
    }

    private static Asset own(String file, String contentType) {
        return Asset.ofResource(contentType, file, bytes -> bytes, REVALIDATE);
    }

    private static Asset webJar(String artifact, String file, String contentType) {
        return new Asset(contentType, () -> Resources.read(Resources.ofWebJar(artifact, file)), KEEP_A_DAY);
    }

    /// ReDoc would fetch its maker's logo from elsewhere; it gets an empty picture instead.
    private static Asset redoc() {
        return new Asset(
                SCRIPT,
                () -> Resources.text(Resources.ofWebJar("redoc", "redoc.standalone.js"))
                        .replace("https://cdn.redoc.ly/redoc/logo-mini.svg", "data:,")
                        .getBytes(StandardCharsets.UTF_8),
                KEEP_A_DAY);
    }
}
