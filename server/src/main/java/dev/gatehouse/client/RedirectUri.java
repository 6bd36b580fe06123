package dev.gatehouse.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Where an authorization response may go. What is registered must match to the letter; only a program on the
/// person's own machine may choose its port.
///
/// @spec https://www.rfc-editor.org/rfc/rfc9700#section-2.1 RFC 9700 §2.1
/// @spec https://www.rfc-editor.org/rfc/rfc8252#section-7 RFC 8252 §7
public final class RedirectUri {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");
    private static final int LONGEST = 2_000;

    private RedirectUri() {}

    /// What is wrong with one that shall be registered.
    static Optional<String> fault(String text) {
        if (text.length() > LONGEST) return Optional.of("is longer than 2000 characters");
        if (text.contains("*")) return Optional.of("has a '*': write every address out, wildcards are not matched");
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException _) {
            return Optional.of("is no URI");
        }
        if (uri.getScheme() == null) return Optional.of("must be absolute, as https://app.example.com/callback");
        if (uri.getRawFragment() != null) return Optional.of("has a fragment ('#'), which is not allowed");
        if (uri.getRawUserInfo() != null) return Optional.of("names a user, which is not allowed");
        return switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
            case "https" -> hasHost(uri);
            case "http" ->
                isLoopback(uri)
                        ? Optional.empty()
                        : Optional.of("is http: use https, or http with 127.0.0.1, [::1] or localhost");
            case String scheme when scheme.contains(".") -> Optional.empty();
            default ->
                Optional.of("has a scheme that is not allowed: use https, or one of your own with a dot in it,"
                        + " as com.example.app:/callback");
        };
    }

    /// Whether an answer may go to `presented` if `registered` is.
    public static boolean matches(String registered, String presented) {
        if (registered.equals(presented)) return true;
        try {
            return withoutPort(new URI(registered))
                    .filter(wanted -> withoutPort(uri(presented)).equals(Optional.of(wanted)))
                    .isPresent();
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException _) {
            return URI.create("about:blank");
        }
    }

    /// RFC 8252 §7.3: by its address, not by the name `localhost`, which may lead elsewhere.
    private static Optional<String> withoutPort(URI uri) {
        if (!"http".equals(uri.getScheme()) || !isLoopback(uri) || "localhost".equals(uri.getHost()))
            return Optional.empty();
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) return Optional.empty();
        return Optional.of(uri.getHost() + " " + uri.getRawPath() + " " + uri.getRawQuery());
    }

    private static Optional<String> hasHost(URI uri) {
        return uri.getHost() == null ? Optional.of("names no host") : Optional.empty();
    }

    private static boolean isLoopback(URI uri) {
        return uri.getHost() != null && LOOPBACK.contains(uri.getHost());
    }
}
