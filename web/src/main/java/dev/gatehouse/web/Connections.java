package dev.gatehouse.web;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.OutputStream;

/// When a connection ends with the answer being sent.
final class Connections {
    private Connections() {}

    /// HTTP/2 has one connection for many requests and ends it otherwise.
    static boolean isHttp1(ServerRequest http) {
        return http.prologue().protocolVersion().startsWith("1");
    }

    /// Whether this reply is the last on its connection, by the caller's wish or by ours.
    static boolean endsWith(ServerRequest http, Reply reply) {
        return wantsClose(http)
                || isAwaitingContinue(http)
                || reply.headers().stream().anyMatch(header -> header.name().equals("Connection"));
    }

    private static boolean wantsClose(ServerRequest http) {
        return http.headers()
                .value(HeaderNames.CONNECTION)
                .filter("close"::equalsIgnoreCase)
                .isPresent();
    }

    /// A caller that waits for "100 Continue" and got its answer instead may or may not send the body now:
    /// nobody can tell its first byte from the next request (RFC 9110 §10.1.1).
    private static boolean isAwaitingContinue(ServerRequest http) {
        return http.headers().contains(HeaderNames.EXPECT) && !http.content().consumed();
    }

    /// Reads on a little before closing: closing on unread bytes resets the connection, and the caller never
    /// sees the answer.
    static void skipBody(ServerRequest http) {
        if (!http.content().hasEntity() || isAwaitingContinue(http)) return;
        try (var in = http.content().inputStream()) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException | RuntimeException _) {
            // It ended, or the caller went away: either way there is nothing more to skip.
        }
    }
}
