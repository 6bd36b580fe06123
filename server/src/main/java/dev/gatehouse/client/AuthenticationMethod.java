package dev.gatehouse.client;

import java.util.Arrays;
import java.util.Optional;

/// How a client proves to be itself where it asks for something.
///
/// @spec https://openid.net/specs/openid-connect-core-1_0.html#ClientAuthentication OpenID Connect Core §9
public enum AuthenticationMethod {
    /// Not at all: a public client.
    NONE("none"),
    CLIENT_SECRET_BASIC("client_secret_basic"),
    CLIENT_SECRET_POST("client_secret_post"),
    /// By a JWT that is signed with the secret.
    CLIENT_SECRET_JWT("client_secret_jwt"),
    /// By a JWT that is signed with a key whose public part we know.
    PRIVATE_KEY_JWT("private_key_jwt"),
    /// By a certificate that an issuer whom we trust has given to it.
    TLS_CLIENT_AUTH("tls_client_auth"),
    /// By a certificate that it has registered, whoever issued it.
    SELF_SIGNED_TLS_CLIENT_AUTH("self_signed_tls_client_auth");

    private final String wire;

    AuthenticationMethod(String wire) {
        this.wire = wire;
    }

    /// As client metadata spell it.
    public String wire() {
        return wire;
    }

    public boolean hasSecret() {
        return this == CLIENT_SECRET_BASIC || this == CLIENT_SECRET_POST || this == CLIENT_SECRET_JWT;
    }

    /// Whether we must know the secret itself to check the proof, and not only its digest.
    boolean needsSecretItself() {
        return this == CLIENT_SECRET_JWT;
    }

    public static Optional<AuthenticationMethod> named(String wire) {
        return Arrays.stream(values())
                .filter(method -> method.wire.equals(wire))
                .findFirst();
    }
}
