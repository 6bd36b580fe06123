package dev.gatehouse.outbound;

import java.util.Optional;

/// What we ask or tell.
///
/// @param accepts which media type we understand
/// @param contentType of the body; empty when there is none
record OutboundRequest(String method, String accepts, Optional<String> contentType, byte[] body) {

    static OutboundRequest get(String accepts) {
        return new OutboundRequest("GET", accepts, Optional.empty(), new byte[0]);
    }

    static OutboundRequest post(String contentType, byte[] body) {
        return new OutboundRequest("POST", "*/*", Optional.of(contentType), body);
    }
}
