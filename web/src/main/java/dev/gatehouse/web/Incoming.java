package dev.gatehouse.web;

import io.helidon.webserver.http.ServerRequest;
import java.util.List;

/// A request that found its route.
///
/// @param pathValues the raw segments at the template's parameters, in its order
record Incoming(Request request, ServerRequest http, List<String> pathValues) {

    /// What stands after `?`, still encoded; empty for none.
    String rawQuery() {
        return http.prologue().query().rawValue();
    }
}
