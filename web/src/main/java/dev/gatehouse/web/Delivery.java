package dev.gatehouse.web;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Puts a reply on the wire, with what every answer carries.
record Delivery(SecurityHeaders security, BooleanSupplier stopping, Patience patience) {
    private static final System.Logger LOG = System.getLogger(Delivery.class.getName());
    private static final Header JSON = HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/json");
    static final HeaderName REQUEST_ID = HeaderNames.create("X-Request-Id");

    /// @param close whether this is the last answer on its connection
    /// @return how many bytes the body had
    long send(ServerRequest http, ServerResponse response, String requestId, Reply reply, boolean close) {
        response.status(Status.create(reply.status()));
        var headers = response.headers();
        boolean isHttp1 = Connections.isHttp1(http);
        for (var header : reply.headers()) {
            if (!isHttp1 && header.name().equals("Set-Cookie")) SeparateField.add(headers, header);
            // HTTP/2 has no such header (RFC 9113 §8.2.2); for HTTP/1.1 it is set below.
            else if (!header.name().equals("Connection"))
                headers.add(HeaderValues.create(header.name(), header.value()));
        }
        if (reply.contentType().equals(JSON.values())) headers.set(JSON);
        else if (!reply.contentType().isEmpty()) headers.set(HeaderNames.CONTENT_TYPE, reply.contentType());
        headers.set(REQUEST_ID, requestId);
        security.addTo(headers);
        if (close) headers.set(HeaderValues.CONNECTION_CLOSE);

        boolean head = http.prologue().method().text().equals("HEAD");
        if (reply.stream().isPresent() && !head)
            return stream(response, reply.stream().get());
        if (head && reply.stream().isEmpty())
            headers.set(HeaderNames.CONTENT_LENGTH, Integer.toString(reply.body().length));
        if (head || reply.body().length == 0) patience.during(response::send);
        else if (reply.body().length <= Outlet.PART) patience.during(() -> response.send(reply.body()));
        else sendLong(response, reply.body());
        return reply.body().length;
    }

    private void sendLong(ServerResponse response, byte[] body) {
        response.headers().set(HeaderNames.CONTENT_LENGTH, Integer.toString(body.length));
        var outlet = outlet(response);
        outlet.write(body);
        end(response, outlet);
    }

    /// Its beginning is on the wire before the end is known: what goes wrong can only break it off.
    private long stream(ServerResponse response, Consumer<Outlet> body) {
        var outlet = outlet(response);
        try {
            body.accept(outlet);
        } catch (ConnectionLost lost) {
            throw lost;
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.WARNING, "An answer broke off", fault);
            throw new ConnectionLost(fault);
        }
        end(response, outlet);
        return outlet.bytes();
    }

    private Outlet outlet(ServerResponse response) {
        return new Outlet(response.outputStream(), stopping, patience);
    }

    private void end(ServerResponse response, Outlet outlet) {
        outlet.end();
        // The last chunk: where the connection ends with this answer, nobody would send it later.
        if (response instanceof RoutingResponse answer) patience.during(answer::commit);
    }
}
