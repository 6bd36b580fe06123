package dev.gatehouse.authzen;

import java.util.Map;

/// A subject or a resource: somebody or something, with what else is known of it at the moment of the
/// question.
///
/// @param properties as JSON has them
/// @spec https://openid.net/specs/authorization-api-1_0.html#name-subject AuthZEN §5.1, §5.2
record Entity(String type, String id, Map<String, Object> properties) {

    static Entity of(String type, String id) {
        return new Entity(type, id, Map.of());
    }

    /// As the model calls it, `document:charter`.
    String name() {
        return type + ":" + id;
    }
}
