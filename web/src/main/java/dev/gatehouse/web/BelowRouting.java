package dev.gatehouse.web;

import dev.gatehouse.web.observe.RequestId;
import dev.gatehouse.web.shape.JsonWriter;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import java.util.List;

/// Answers requests that are broken so badly that they never reach the front door: the same problems, the same
/// headers, the same log.
record BelowRouting(SecurityHeaders security, JsonWriter json, RequestFigures figures) implements DirectHandler {
    private static final int LONGEST_REASON = 200;

    @Override
    public TransportResponse handle(
            TransportRequest request, EventType event, Status status, ServerResponseHeaders headers, String message) {
        var id = RequestId.make();
        var refusal = refusal(status.code(), message == null ? "" : message);
        var body = json.write(new Problem(refusal, instance(request), id, List.of()).members());
        headers.set(HeaderNames.CONTENT_TYPE, Problem.CONTENT_TYPE);
        headers.set(Delivery.REQUEST_ID, id);
        security.addTo(headers);
        figures.count(RequestFigures.NO_ROUTE, "OTHER", refusal.type().status(), 0);
        AccessLog.writeBroken(refusal.type().status(), body.length, id);
        return TransportResponse.builder()
                .status(Status.create(refusal.type().status()))
                .headers(headers)
                .entity(body)
                .keepAlive(event.keepAlive())
                .build();
    }

    private static String instance(TransportRequest request) {
        var path = request.path();
        return path.length() <= LONGEST_REASON ? path : path.substring(0, LONGEST_REASON);
    }

    /// What the HTTP library found, in our words. Its message is about the request, never about us.
    static Refusal refusal(int status, String message) {
        if (message.contains("Header size exceeded"))
            return Refusal.of(Problems.HEADERS_TOO_LARGE, "The headers may have 16 KiB at most.");
        return switch (status) {
            case 413 -> Refusal.of(Problems.BODY_TOO_LARGE, "The body is larger than this server takes.");
            case 414 -> Refusal.of(Problems.URI_TOO_LONG, "The request line may have 16 KiB at most.");
            case 503 ->
                Refusal.of(Problems.OVERLOADED, "Try again in a moment.").header("Retry-After", "1");
            case 500 -> Refusal.of(Problems.INTERNAL, "The fault is ours and has been logged; tell us the request id.");
            default -> Refusal.of(Problems.BAD_REQUEST, reason(message));
        };
    }

    private static String reason(String message) {
        if (message.isBlank()) return "The request could not be read as HTTP.";
        var cut = message.length() <= LONGEST_REASON ? message : message.substring(0, LONGEST_REASON) + "…";
        return "The request could not be read as HTTP: " + cut;
    }
}
