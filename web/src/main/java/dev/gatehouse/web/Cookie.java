package dev.gatehouse.web;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// A cookie that this server sets and reads back: opaque to scripts, sent to no other host.
///
/// Over HTTPS its name begins with `__Host-`, which makes browsers insist that it is Secure, for every path and
/// for this host alone, so that no neighbour under the same domain can plant one. Over plain HTTP browsers keep
/// no such cookie, so in development it goes by its short name and our port, `session-8080`: browsers share
/// cookies between all ports of a host, and the application on the next port may well have a `session` of its
/// own. Which of both is decided once, by the public URL.
///
/// @param name as it goes over the wire
/// @spec https://www.rfc-editor.org/rfc/rfc6265#section-4.1 RFC 6265 §4.1
public record Cookie(String name, SameSite sameSite, boolean secure) {
    private static final System.Logger LOG = System.getLogger(Cookie.class.getName());
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,40}");
    /// Browsers keep 4096 bytes for name, value and attributes together.
    private static final int LONGEST_VALUE = 3800;

    /// Whether the browser sends it along when somebody comes from another site.
    public enum SameSite {
        /// Only when a link or redirect leads here.
        LAX("Lax"),
        /// Never.
        STRICT("Strict");

        private final String text;

        SameSite(String text) {
            this.text = text;
        }
    }

    /// @param name short and lower case, `session`
    /// @param publicUrl where browsers reach this server
    public static Cookie of(String name, SameSite sameSite, URI publicUrl) {
        if (!NAME.matcher(name).matches())
            throw new IllegalArgumentException("name of a cookie must be like 'session', not '" + name + "'");
        boolean https = "https".equalsIgnoreCase(publicUrl.getScheme());
        if (!https && !Loopback.is(publicUrl.getHost()))
            LOG.log(
                    System.Logger.Level.WARNING,
                    "cookie ''{0}'' will be sent without Secure: {1} is plain HTTP, and not to this machine alone",
                    name,
                    publicUrl);
        return new Cookie(https ? "__Host-" + name : name + "-" + port(publicUrl), sameSite, https);
    }

    private static int port(URI http) {
        return http.getPort() < 0 ? 80 : http.getPort();
    }

    /// Sets it until the browser ends.
    ///
    /// @throws IllegalArgumentException when the value has characters that a cookie cannot hold, or is too long
    public HttpHeader holding(String value) {
        return header(value, "");
    }

    /// Sets it for a time.
    public HttpHeader holding(String value, Duration lifetime) {
        return header(value, "; Max-Age=" + Math.max(0, lifetime.toSeconds()));
    }

    /// Takes it back.
    public HttpHeader gone() {
        return header("", "; Max-Age=0");
    }

    /// What the browser sent. Nothing, if it sent two of that name (one of them was planted, and nobody knows
    /// which) or what we cannot have set.
    public Optional<String> of(Request request) {
        return request.cookie(name).filter(Cookie::isSound);
    }

    private HttpHeader header(String value, String lifetime) {
        if (!value.isEmpty() && !isSound(value))
            throw new IllegalArgumentException("cookie '" + name + "' cannot hold a value of " + value.length()
                    + " characters, or not these: letters, digits and -._~ are safe");
        return new HttpHeader(
                "Set-Cookie",
                name + "=" + value + "; Path=/" + lifetime + (secure ? "; Secure" : "") + "; HttpOnly; SameSite="
                        + sameSite.text);
    }

    /// @spec https://www.rfc-editor.org/rfc/rfc6265#section-4.1.1 cookie-octet
    private static boolean isSound(String value) {
        if (value.isEmpty() || value.length() > LONGEST_VALUE) return false;
        return value.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '"' && c != ',' && c != ';' && c != '\\');
    }
}
