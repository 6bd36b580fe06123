package dev.gatehouse.client;

import dev.gatehouse.web.shape.Name;
import java.util.Arrays;
import java.util.Optional;

/// The ways to a token that a client can be allowed. The implicit and the password grant do not exist.
///
/// @spec https://www.rfc-editor.org/rfc/rfc9700#section-2.1.2 RFC 9700 §2.1.2, §2.4
public enum GrantType {
    AUTHORIZATION_CODE("authorization_code"),
    REFRESH_TOKEN("refresh_token"),
    CLIENT_CREDENTIALS("client_credentials"),

    /// @spec https://www.rfc-editor.org/rfc/rfc8628#section-3.4 RFC 8628 §3.4
    @Name("urn:ietf:params:oauth:grant-type:device_code")
    DEVICE_CODE("urn:ietf:params:oauth:grant-type:device_code"),

    /// @spec https://www.rfc-editor.org/rfc/rfc8693#section-2.1 RFC 8693 §2.1
    @Name("urn:ietf:params:oauth:grant-type:token-exchange")
    TOKEN_EXCHANGE("urn:ietf:params:oauth:grant-type:token-exchange");

    private final String wire;

    GrantType(String wire) {
        this.wire = wire;
    }

    /// As the `grant_type` parameter spells it.
    public String wire() {
        return wire;
    }

    /// The last word of a long name, for people who type: `device_code`.
    public String shortName() {
        return wire.substring(wire.lastIndexOf(':') + 1);
    }

    public static Optional<GrantType> named(String wire) {
        return Arrays.stream(values()).filter(type -> type.wire.equals(wire)).findFirst();
    }
}
