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
record Delivery(SecurityHeaders security, BooleanSupplier stopping) {
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
        if (head || reply.body().length == 0) response.send();
        else response.send(reply.body());
        return reply.body().length;
    }

    /// Its beginning is on the wire before the end is known: what goes wrong can only break it off.
    private long stream(ServerResponse response, Consumer<Outlet> body) {
        var outlet = new Outlet(response.outputStream(), stopping);
        try {
            body.accept(outlet);
        } catch (ConnectionLost lost) {
            throw lost;
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.WARNING, "An answer broke off", fault);
            throw new ConnectionLost(fault);
        }
        outlet.end();
        // The last chunk: where the connection ends with this answer, nobody would send it later.
        if (response instanceof RoutingResponse answer) answer.commit();
        return outlet.bytes();
    }
}
