package dev.gatehouse.token;

import java.time.Duration;

/// A signed access token and how long it is good for.
///
/// @param value the JWT in compact form
/// @param boundTo what its holder must prove at each use
public record AccessToken(String value, Duration lifetime, Confirmation boundTo) {

    @Override
    public String toString() {
        return "AccessToken[secret]";
    }
}
