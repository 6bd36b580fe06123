package dev.gatehouse.claims;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// How much a sign-in proves, in words that applications can ask for (`acr`). Each says what happened and promises
/// nothing else; passkeys will have `phr` and `phrh` beside.
///
/// @spec https://openid.net/specs/openid-connect-core-1_0.html#IDToken OpenID Connect Core §2
/// @spec https://openid.net/specs/openid-connect-eap-acr-values-1_0.html OpenID Connect EAP ACR Values
public enum AuthenticationContext {
    /// A password, sent over a protected connection: the name that SAML gave it, which many programs know.
    PASSWORD("urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport", "pwd");

    private final String wire;
    private final String method;

    AuthenticationContext(String wire, String method) {
        this.wire = wire;
        this.method = method;
    }

    /// As `acr` spells it.
    public String wire() {
        return wire;
    }

    /// What was reached by these methods (`amr`).
    public static Optional<AuthenticationContext> reachedBy(Collection<String> methods) {
        return Arrays.stream(values())
                .filter(context -> methods.contains(context.method))
                .findFirst();
    }

    /// All that a person can reach here.
    public static List<String> wires() {
        return Arrays.stream(values()).map(AuthenticationContext::wire).toList();
    }
}
