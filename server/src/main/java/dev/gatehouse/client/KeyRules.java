package dev.gatehouse.client;

import static dev.gatehouse.client.ClientMember.JWKS;
import static dev.gatehouse.client.ClientMember.JWKS_URI;
import static dev.gatehouse.client.ClientMember.TOKEN_ENDPOINT_AUTH_SIGNING_ALG;

import dev.gatehouse.jose.JwkSet;
import dev.gatehouse.jose.JwtAlgorithm;
import dev.gatehouse.outbound.OutboundAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a client's keys must not be, all of it at once.
final class KeyRules {

    private final ClientProfile profile;
    private final ClientKeys keys;
    private final List<ClientFault> faults = new ArrayList<>();

    private KeyRules(ClientProfile profile) {
        this.profile = profile;
        this.keys = profile.keys();
    }

    static List<ClientFault> faults(ClientProfile profile) {
        var rules = new KeyRules(profile);
        rules.onePlace();
        rules.byValue();
        rules.byAddress();
        rules.enough();
        rules.algorithm();
        return rules.faults;
    }

    /// @spec https://www.rfc-editor.org/rfc/rfc7591#section-2 RFC 7591 §2
    private void onePlace() {
        if (keys.jwks().isPresent() && keys.jwksUri().isPresent())
            fault(JWKS, "stands beside jwks_uri: there is one set of keys, at one place");
    }

    private void byValue() {
        keys.jwks().ifPresent(json -> {
            try {
                JwkSet.strict(json);
            } catch (IllegalArgumentException fault) {
                fault(JWKS, fault.getMessage());
            }
        });
    }

    private void byAddress() {
        keys.jwksUri().flatMap(OutboundAddress::fault).ifPresent(why -> fault(JWKS_URI, why));
    }

    private void enough() {
        if (profile.authentication() != AuthenticationMethod.PRIVATE_KEY_JWT) return;
        if (keys.areUntold())
            fault(JWKS, "or jwks_uri is needed with private_key_jwt, which is checked with these keys");
        if (keys.jwks().filter(json -> !canSign(json)).isPresent())
            fault(JWKS, "holds no key that private_key_jwt can use: RSA, P-256, P-384 or Ed25519, for signatures");
    }

    private static boolean canSign(String json) {
        try {
            var set = JwkSet.lenient(json);
            return AssertionAlgorithms.BY_KEY.stream()
                    .anyMatch(algorithm ->
                            !set.verifying(algorithm, Optional.empty()).isEmpty());
        } catch (IllegalArgumentException _) {
            return true; // that it is none is said already
        }
    }

    /// @spec https://openid.net/specs/openid-connect-registration-1_0.html#ClientMetadata OpenID Connect Registration
    /// §2
    private void algorithm() {
        var allowed = AssertionAlgorithms.of(profile.authentication());
        if (keys.assertionAlgorithm().isEmpty()) return;
        if (allowed.isEmpty())
            fault(TOKEN_ENDPOINT_AUTH_SIGNING_ALG, "is for private_key_jwt and client_secret_jwt only");
        else if (allowed.stream()
                .noneMatch(
                        one -> one.headerName().equals(keys.assertionAlgorithm().get())))
            fault(TOKEN_ENDPOINT_AUTH_SIGNING_ALG, "is none of " + names(allowed));
    }

    private static String names(List<JwtAlgorithm> algorithms) {
        return algorithms.stream().map(JwtAlgorithm::headerName).collect(Collectors.joining(", "));
    }

    private void fault(ClientMember member, String message) {
        faults.add(new ClientFault(member.wire(), message));
    }
}
