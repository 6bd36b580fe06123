package dev.gatehouse.client;

import java.util.Arrays;
import java.util.Optional;

/// The ways to a token that a client can be allowed. The implicit and the password grant do not exist.
///
/// @spec https://www.rfc-editor.org/rfc/rfc9700#section-2.1.2 RFC 9700 §2.1.2, §2.4
public enum GrantType {
    AUTHORIZATION_CODE("authorization_code"),
    REFRESH_TOKEN("refresh_token"),
    CLIENT_CREDENTIALS("client_credentials");

    private final String wire;

    GrantType(String wire) {
        this.wire = wire;
    }

    /// As the `grant_type` parameter spells it.
    public String wire() {
        return wire;
    }

    public static Optional<GrantType> named(String wire) {
        return Arrays.stream(values()).filter(type -> type.wire.equals(wire)).findFirst();
    }
}
