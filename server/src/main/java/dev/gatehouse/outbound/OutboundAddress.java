package dev.gatehouse.outbound;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What an address must look like that we shall call. Whether we call the machine behind it is judged at each call, by
/// [PublicAddresses].
public final class OutboundAddress {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");
    private static final int LONGEST = 2_000;

    private OutboundAddress() {}

    /// What is wrong with an address that somebody wants to register, to go on with after it: `must be …`.
    public static Optional<String> fault(String text) {
        if (text.length() > LONGEST) return Optional.of("is longer than 2000 characters");
        try {
            return fault(new URI(text));
        } catch (URISyntaxException _) {
            return Optional.of("is no URI");
        }
    }

    static Optional<String> fault(URI uri) {
        if (uri.getScheme() == null || uri.getHost() == null)
            return Optional.of("must be absolute with a host, as https://app.example.com/path");
        if (uri.getRawFragment() != null) return Optional.of("has a fragment ('#'), which is not allowed");
        if (uri.getRawUserInfo() != null) return Optional.of("names a user, which is not allowed");
        if (uri.getPort() == 0 || uri.getPort() > 65_535) return Optional.of("names a port that there is not");
        return switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
            case "https" -> Optional.empty();
            case String http when http.equals("http") && LOOPBACK.contains(uri.getHost()) -> Optional.empty();
            default -> Optional.of("must be https, or http with 127.0.0.1, [::1] or localhost");
        };
    }
}
