package dev.gatehouse.client;

import java.util.Arrays;
import java.util.Optional;

/// How a client proves to be itself at the token endpoint.
///
/// @spec https://openid.net/specs/openid-connect-core-1_0.html#ClientAuthentication OpenID Connect Core §9
public enum AuthenticationMethod {
    /// Not at all: a public client.
    NONE("none"),
    CLIENT_SECRET_BASIC("client_secret_basic"),
    CLIENT_SECRET_POST("client_secret_post");

    private final String wire;

    AuthenticationMethod(String wire) {
        this.wire = wire;
    }

    /// As client metadata spell it.
    public String wire() {
        return wire;
    }

    public boolean hasSecret() {
        return this != NONE;
    }

    public static Optional<AuthenticationMethod> named(String wire) {
        return Arrays.stream(values())
                .filter(method -> method.wire.equals(wire))
                .findFirst();
    }
}
