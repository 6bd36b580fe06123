package dev.gatehouse.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// What the browser lets a page do. Nothing comes from elsewhere, nothing goes elsewhere, nobody frames it.
///
/// @param formAction, frames, scripts sources besides this server
/// @param keepsOpener whether the window that opened this one may keep hold of it
/// @spec https://www.w3.org/TR/CSP3/ Content Security Policy Level 3
record PagePolicy(List<String> formAction, List<String> frames, List<String> scripts, boolean keepsOpener) {
    static final PagePolicy STRICT = new PagePolicy(List.of(), List.of(), List.of(), false);

    private static final HttpHeader NO_OPENER = new HttpHeader("Cross-Origin-Opener-Policy", "same-origin");
    private static final HttpHeader SAME_ORIGIN = new HttpHeader("Cross-Origin-Resource-Policy", "same-origin");
    /// For browsers that know no `frame-ancestors`.
    private static final HttpHeader NO_FRAME = new HttpHeader("X-Frame-Options", "DENY");

    PagePolicy withFormAction(URI target) {
        return new PagePolicy(plus(formAction, source(target)), frames, scripts, keepsOpener);
    }

    PagePolicy withFrame(URI target) {
        return new PagePolicy(formAction, plus(frames, source(target)), scripts, keepsOpener);
    }

    PagePolicy withScript(String inline) {
        return new PagePolicy(formAction, frames, plus(scripts, hash(inline)), keepsOpener);
    }

    PagePolicy withOpener() {
        return new PagePolicy(formAction, frames, scripts, true);
    }

    List<HttpHeader> headers() {
        var headers = new ArrayList<HttpHeader>();
        headers.add(new HttpHeader("Content-Security-Policy", text()));
        headers.add(NO_FRAME);
        headers.add(SAME_ORIGIN);
        if (!keepsOpener) headers.add(NO_OPENER);
        return headers;
    }

    private String text() {
        return "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'" + joined(scripts)
                + "; connect-src 'self'; form-action 'self'" + joined(formAction)
                + (frames.isEmpty() ? "" : "; frame-src" + joined(frames))
                + "; base-uri 'none'; frame-ancestors 'none'";
    }

    private static String joined(List<String> sources) {
        return sources.isEmpty() ? "" : " " + String.join(" ", sources);
    }

    private static List<String> plus(List<String> sources, String source) {
        if (sources.contains(source)) return sources;
        var more = new ArrayList<>(sources);
        more.add(source);
        return List.copyOf(more);
    }

    /// The origin; for an application's own scheme (`com.example.app:/callback`) the scheme, which has none.
    private static String source(URI target) {
        var scheme = target.getScheme();
        if (scheme == null) throw new IllegalArgumentException("a page may reach absolute addresses, not " + target);
        boolean web = scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http");
        if (!web) return scheme + ":";
        if (target.getHost() == null) throw new IllegalArgumentException("an address needs a host: " + target);
        return scheme + "://" + target.getHost() + (target.getPort() < 0 ? "" : ":" + target.getPort());
    }

    private static String hash(String inline) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(inline.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
