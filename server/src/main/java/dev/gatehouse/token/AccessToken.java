package dev.gatehouse.token;

import java.time.Duration;

/// A signed access token and how long it is good for.
///
/// @param value the JWT in compact form
public record AccessToken(String value, Duration lifetime) {

    @Override
    public String toString() {
        return "AccessToken[secret]";
    }
}
