package dev.gatehouse.web;

import dev.gatehouse.web.shape.Fault;
import java.util.List;

/// What a route makes of a request.
sealed interface Outcome {
    record Replied(Reply reply) implements Outcome {}

    /// @param faults for an invalid request; else empty
    record Refused(Refusal refusal, List<Fault> faults) implements Outcome {}

    static Replied replied(int status, String contentType, byte[] body, HttpHeader... headers) {
        return new Replied(Reply.of(status, contentType, body, headers));
    }

    static Outcome refused(Refusal refusal) {
        return new Refused(refusal, List.of());
    }
}
