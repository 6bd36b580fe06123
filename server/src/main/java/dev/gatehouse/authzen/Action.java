package dev.gatehouse.authzen;

import java.util.Map;

/// What somebody wants to do.
///
/// @param properties as JSON has them
/// @spec https://openid.net/specs/authorization-api-1_0.html#name-action AuthZEN §5.3
record Action(String name, Map<String, Object> properties) {

    static Action of(String name) {
        return new Action(name, Map.of());
    }
}
