package dev.gatehouse.web;

import io.helidon.http.DirectHandler;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// All that the HTTP library holds of a server: the way in, for as long as the door is open.
///
/// The library (4.4.0) does not end its timer for idle connections with its server, and by that timer the
/// server and everything in it would stay in memory as long as the process lives. Once the door is shut,
/// nothing hangs here any more.
///
/// @spec https://github.com/helidon-io/helidon/issues/11939 Helidon: the timer that outlives its server
final class Doorway implements Handler, DirectHandler {

    private volatile Handler handler;
    private volatile DirectHandler broken;

    /// @param broken takes the requests that are no HTTP
    Doorway(Handler handler, DirectHandler broken) {
        this.handler = handler;
        this.broken = broken;
    }

    void shut() {
        handler = (_, _) -> {
            throw new CloseConnectionException("the door is shut");
        };
        broken = DirectHandler.defaultHandler();
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) throws Exception {
        handler.handle(request, response);
    }

    @Override
    public TransportResponse handle(
            TransportRequest request, EventType event, Status status, ServerResponseHeaders headers, String message) {
        return broken.handle(request, event, status, headers, message);
    }
}
