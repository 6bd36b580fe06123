package dev.gatehouse.dpop;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The address of a request in its one normal spelling, so that a proof for it can be compared.
///
/// @spec https://www.rfc-editor.org/rfc/rfc9449#section-4.3 RFC 9449 §4.3
/// @spec https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2 RFC 3986 §6.2.2, §6.2.3
record TargetUri(String scheme, String host, int port, String path) {

    private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");
    private static final Pattern UNRESERVED = Pattern.compile("[A-Za-z0-9._~-]");

    /// Query and fragment do not count.
    ///
    /// @return empty for what is no address of a web server
    static Optional<TargetUri> of(String text) {
        try {
            var uri = new URI(text).normalize();
            if (uri.getScheme() == null || uri.getHost() == null || uri.getRawUserInfo() != null)
                return Optional.empty();
            var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            var host = uri.getHost().toLowerCase(Locale.ROOT);
            return Optional.of(new TargetUri(scheme, host, port(scheme, uri.getPort()), path(uri.getRawPath())));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private static int port(String scheme, int given) {
        if (given >= 0) return given;
        return scheme.equals("https") ? 443 : 80;
    }

    private static String path(String raw) {
        return raw.isEmpty() ? "/" : ESCAPE.matcher(raw).replaceAll(TargetUri::unescaped);
    }

    /// What needs no escape stands without one; the others are written in one way.
    private static String unescaped(MatchResult escape) {
        var character = String.valueOf((char) Integer.parseInt(escape.group(1), 16));
        return UNRESERVED.matcher(character).matches()
                ? character
                : escape.group().toUpperCase(Locale.ROOT);
    }
}
