package dev.gatehouse.client;

import dev.gatehouse.jose.JwtAlgorithm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What can be said of how a client asks at `/oauth2/authorize` and how it is answered there.
final class RequestMemberRules {

    /// The one `response_type` there is.
    static final String CODE = "code";

    private RequestMemberRules() {}

    static List<ClientFault> faults(ClientProfile profile) {
        var faults = new ArrayList<ClientFault>();
        algorithm(ClientMember.REQUEST_OBJECT_SIGNING_ALG, profile.keys().requestAlgorithm())
                .ifPresent(faults::add);
        algorithm(
                        ClientMember.AUTHORIZATION_SIGNED_RESPONSE_ALG,
                        profile.tokenForm().answerAlgorithm())
                .ifPresent(faults::add);
        keys(profile).ifPresent(faults::add);
        responseTypes(profile).ifPresent(faults::add);
        responseModes(profile).ifPresent(faults::add);
        return faults;
    }

    /// Requests are signed by the client's key and answers by ours: a shared secret proves neither.
    private static Optional<ClientFault> algorithm(ClientMember member, Optional<String> named) {
        return named.filter(name -> JwtAlgorithm.named(name)
                        .filter(known -> !known.isSymmetric())
                        .isEmpty())
                .map(name -> new ClientFault(
                        member.wire(), "is not one of RS256, RS384, RS512, PS256, ES256, ES384 and EdDSA"));
    }

    /// RFC 9700 §2.1.2: no token ever stands in an authorization response. Whoever registers for one hears so at once,
    /// and not from the first person who signs in.
    private static Optional<ClientFault> responseTypes(ClientProfile profile) {
        var isCode =
                profile.members().words(ClientMember.RESPONSE_TYPES).stream().allMatch(CODE::equals);
        return isCode
                ? Optional.empty()
                : Optional.of(new ClientFault(ClientMember.RESPONSE_TYPES.wire(), "can be nothing but code"));
    }

    private static Optional<ClientFault> responseModes(ClientProfile profile) {
        return ResponseMode.wires().containsAll(profile.members().words(ClientMember.RESPONSE_MODES))
                ? Optional.empty()
                : Optional.of(new ClientFault(
                        ClientMember.RESPONSE_MODES.wire(), "can be of " + String.join(", ", ResponseMode.wires())));
    }

    private static Optional<ClientFault> keys(ClientProfile profile) {
        return profile.demands().signedRequests() && profile.keys().areUntold()
                ? Optional.of(new ClientFault(
                        ClientMember.REQUIRE_SIGNED_REQUEST_OBJECT.wire(),
                        "needs jwks or jwks_uri: without its keys no signature can be judged"))
                : Optional.empty();
    }
}
