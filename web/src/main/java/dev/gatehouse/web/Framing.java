package dev.gatehouse.web;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Optional;

/// Refuses requests whose end two servers could see at different places: a proxy in front of us must never be
/// fooled into taking one caller's bytes for another caller's request.
///
/// @spec https://www.rfc-editor.org/rfc/rfc9112#section-6.3 RFC 9112 §6.3
final class Framing {
    private Framing() {}

    static Optional<String> fault(ServerRequest http) {
        var codings = http.headers().all(HeaderNames.TRANSFER_ENCODING, List::of);
        var lengths = http.headers().all(HeaderNames.CONTENT_LENGTH, List::of);
        if (!codings.isEmpty() && !lengths.isEmpty()) {
            return Optional.of("There are both a Transfer-Encoding and a Content-Length; send one of them.");
        }
        if (codings.size() > 1 || codings.size() == 1 && !codings.getFirst().equalsIgnoreCase("chunked")) {
            return Optional.of("The only Transfer-Encoding taken here is chunked.");
        }
        if (lengths.size() > 1 || lengths.size() == 1 && !isLength(lengths.getFirst())) {
            return Optional.of("There must be one Content-Length, a plain number.");
        }
        return Optional.empty();
    }

    private static boolean isLength(String text) {
        return !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
