package dev.gatehouse.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The files that pages need: style sheets, scripts, pictures. Each goes by a name that holds a digest of its
/// content, `/assets/style.9f86d081.css`: a browser keeps it for good, and a changed file has another name.
///
/// Nothing is read before somebody asks.
public final class Assets {
    static final String PATH = "/assets/";
    private static final Map<String, String> CONTENT_TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "woff2", "font/woff2");
    private static final HttpHeader FOR_GOOD = new HttpHeader("Cache-Control", "public, max-age=31536000, immutable");
    private static final HttpHeader REVALIDATE = new HttpHeader("Cache-Control", "no-cache");

    private final Map<String, Asset> files = new LinkedHashMap<>();

    /// @param name by which pages know it, with its extension: `style.css`
    /// @param resource on the class path, `/dev/gatehouse/pages/style.css`
    public Assets file(String name, String resource) {
        return add(name, () -> Resources.read(resource));
    }

    /// A file of a WebJar, whose version only the jar knows.
    ///
    /// @param file inside the package, `dist/htmx.min.js`
    public Assets webJar(String name, String group, String artifact, String file) {
        return add(name, () -> Resources.read(Resources.ofWebJar(group, artifact, file)));
    }

    private Assets add(String name, java.util.function.Supplier<byte[]> source) {
        if (!name.matches("[a-z0-9-]+\\.[a-z0-9]+") || !CONTENT_TYPES.containsKey(extension(name)))
            throw new IllegalArgumentException("an asset is named like 'style.css', with one of the extensions "
                    + String.join(", ", CONTENT_TYPES.keySet().stream().sorted().toList()) + "; not '" + name + "'");
        if (files.putIfAbsent(name, new Asset(CONTENT_TYPES.get(extension(name)), source)) != null)
            throw new IllegalArgumentException("asset '" + name + "' is given twice");
        return this;
    }

    /// Where a page finds it, a path of this server.
    ///
    /// @throws IllegalArgumentException when there is none of that name
    public String path(String name) {
        var asset = files.get(name);
        if (asset == null)
            throw new IllegalArgumentException(
                    "no asset '" + name + "'; there are " + String.join(", ", files.keySet()));
        int dot = name.indexOf('.');
        return PATH + name.substring(0, dot) + "." + asset.digest() + name.substring(dot);
    }

    Outcome answer(Incoming incoming) {
        var asked = incoming.pathValues().getFirst();
        var found = find(asked);
        if (found.isEmpty()) return Outcome.refused(Refusal.of(Problems.NO_SUCH_PATH, "There is no such file."));
        // A page of another version, served by a neighbour during an upgrade, gets what there is, but may not
        // keep it under that name.
        boolean current = asked.contains("." + found.get().digest() + ".");
        return found.get().answer(incoming, current ? FOR_GOOD : REVALIDATE);
    }

    /// `style.9f86d081.css` is `style.css`.
    private Optional<Asset> find(String asked) {
        var parts = asked.split("\\.", -1);
        return parts.length != 3 ? Optional.empty() : Optional.ofNullable(files.get(parts[0] + "." + parts[2]));
    }

    private static String extension(String name) {
        return name.substring(name.indexOf('.') + 1);
    }
}
