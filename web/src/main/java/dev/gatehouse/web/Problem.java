package dev.gatehouse.web;

import dev.gatehouse.web.shape.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A refusal on its way to the caller.
///
/// @param instance the path that was asked for
/// @param errors every fault of an invalid request; empty for other refusals
/// @spec https://www.rfc-editor.org/rfc/rfc9457#section-3 RFC 9457 §3
record Problem(Refusal refusal, String instance, String requestId, List<Fault> errors) {
    static final String CONTENT_TYPE = "application/problem+json";

    Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", refusal.type().uri());
        members.put("title", refusal.type().title());
        members.put("status", refusal.type().status());
        members.put("detail", refusal.detail());
        members.put("instance", instance);
        members.put("request_id", requestId);
        if (!errors.isEmpty()) members.put("errors", errors);
        members.putAll(refusal.members());
        return members;
    }
}
