package dev.gatehouse.authorize;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.client.Client;
import dev.gatehouse.client.ClientKeySet;
import dev.gatehouse.jose.ForeignJwt;
import dev.gatehouse.jose.JwtAlgorithm;
import dev.gatehouse.jose.JwtClaims;
import dev.gatehouse.jose.StrictJson;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/// Reads requests that clients have signed, so that nobody between them and us can change one.
///
/// @spec https://www.rfc-editor.org/rfc/rfc9101#section-6 RFC 9101 §6
/// @spec https://openid.net/specs/openid-connect-core-1_0.html#JWTRequests OpenID Connect Core §6
public final class RequestObjects {

    private static final Duration LEEWAY = Duration.ofSeconds(30);

    /// FAPI 2.0 Message Signing §5.3.1: an hour at most from `nbf` to `exp`, and no `nbf` that is older.
    private static final Duration LONGEST_LIFE = Duration.ofHours(1);

    /// Absent, or one of these: a token of another kind must never pass for a request (RFC 9101 §10.8).
    private static final Set<String> TYPES =
            Set.of("jwt", "oauth-authz-req+jwt", "application/jwt", "application/oauth-authz-req+jwt");

    private final ClientKeySet keys;
    private final String issuer;
    private final InstantSource clock;

    /// @param issuer who we are, as `aud` names us
    public RequestObjects(ClientKeySet keys, String issuer, InstantSource clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.clock = clock;
    }

    sealed interface Outcome {

        record Read(RequestParameters parameters) implements Outcome {}

        /// @param why for the developer of the client
        record Refused(String why) implements Outcome {}
    }

    private record Shown(Client client, ForeignJwt jwt, Instant now) {

        private JwtClaims claims() {
            return jwt.claimed();
        }
    }

    /// What an object must be, in the order in which it is judged.
    private enum Rule {
        /// RFC 9101 §10.1 and OpenID Connect Registration §2: an unsigned one proves nothing, so `none` is not taken.
        ALGORITHM_IS_ALLOWED(
                "`alg` is not one that we take of this client; `none` never is",
                (_, shown) -> shown.jwt()
                        .algorithm()
                        .filter(algorithm -> isAllowed(shown.client(), algorithm))
                        .isPresent()),
        /// RFC 8725 §3.11, RFC 9101 §10.8.
        TYPE_IS_THIS(
                "`typ` is neither oauth-authz-req+jwt nor JWT",
                (_, shown) -> shown.jwt().type().map(type -> type.toLowerCase(Locale.ROOT)).stream()
                        .allMatch(TYPES::contains)),
        /// RFC 7515 §4.1.11.
        NOTHING_IS_CRITICAL(
                "`crit` asks for what we do not know",
                (_, shown) -> !shown.jwt().isCritical()),
        /// RFC 9101 §6.2.
        SIGNATURE_IS_THE_CLIENTS(
                "its signature is not by one of the client's keys", (reader, shown) -> reader.isSigned(shown)),
        /// RFC 9101 §4.
        ISSUER_IS_THE_CLIENT(
                "`iss` is not the client_id",
                (_, shown) -> shown.claims()
                        .issuer()
                        .equals(Optional.of(shown.client().id()))),
        /// RFC 9101 §4.
        AUDIENCE_IS_US(
                "`aud` does not name the issuer",
                (reader, shown) -> shown.claims().audience().contains(reader.issuer)),
        /// RFC 9101 §5: inside it may be left out only because `iss` says it.
        CLIENT_IS_THE_SAME(
                "`client_id` inside is another than outside",
                (_, shown) -> !shown.claims().all().containsKey("client_id")
                        || shown.claims()
                                .text("client_id")
                                .equals(Optional.of(shown.client().id()))),
        /// RFC 9101 §10.8: else it could be shown as a client assertion.
        SUBJECT_IS_NOT_THE_CLIENT(
                "`sub` is the client_id, as in a client assertion",
                (_, shown) -> !shown.claims()
                        .subject()
                        .equals(Optional.of(shown.client().id()))),
        /// RFC 9101 §4.
        NOTHING_IS_NESTED(
                "`request` and `request_uri` cannot stand inside",
                (_, shown) -> !shown.claims().all().containsKey("request")
                        && !shown.claims().all().containsKey("request_uri")),
        /// Without an end it could be sent for ever.
        IT_ENDS(
                "`exp` is missing, has passed, or is more than an hour away",
                (_, shown) -> shown.claims()
                        .expiresAt()
                        .filter(end -> shown.now().isBefore(end.plus(LEEWAY)))
                        .filter(end ->
                                !end.isAfter(beginning(shown).plus(LONGEST_LIFE).plus(LEEWAY)))
                        .isPresent()),
        /// FAPI 2.0 Message Signing §5.3.1.
        IT_HAS_BEGUN(
                "`nbf` is missing, to come, or more than an hour ago",
                (_, shown) -> shown.claims().all().containsKey("nbf")
                        ? shown.claims()
                                .instant("nbf")
                                .filter(begin -> !begin.isAfter(shown.now().plus(LEEWAY)))
                                .filter(begin -> !begin.isBefore(shown.now().minus(LONGEST_LIFE)))
                                .isPresent()
                        : !shown.client().profile().demands().signedRequests());

        private final String why;
        private final BiPredicate<RequestObjects, Shown> holds;

        Rule(String why, BiPredicate<RequestObjects, Shown> holds) {
            this.why = why;
            this.holds = holds;
        }
    }

    /// Reads an object of a client.
    Outcome read(Client client, String object) {
        if (object.chars().filter(character -> character == '.').count() == 4)
            return new Outcome.Refused("`request` is encrypted, which is not taken: sign it only");
        var jwt = ForeignJwt.parse(object);
        if (jwt.isEmpty()) return new Outcome.Refused("`request` is not a signed JWT in compact form, or too long");
        var shown = new Shown(client, jwt.get(), clock.instant());
        for (var rule : Rule.values())
            if (!rule.holds.test(this, shown)) return new Outcome.Refused("`request`: " + rule.why);
        var parameters = parameters(shown);
        return parameters.isText()
                ? new Outcome.Read(parameters)
                : new Outcome.Refused("`request` has characters in it that no parameter can have");
    }

    /// With which a client may sign.
    ///
    /// @spec https://openid.net/specs/openid-connect-registration-1_0.html#ClientMetadata Registration §2
    private static boolean isAllowed(Client client, JwtAlgorithm algorithm) {
        var registered = client.profile().keys().requestAlgorithm();
        return !algorithm.isSymmetric() && registered.stream().allMatch(algorithm.headerName()::equals);
    }

    private boolean isSigned(Shown shown) {
        var algorithm = shown.jwt().algorithm().orElseThrow();
        return keys.verifying(shown.client(), algorithm, shown.jwt().kid()).stream()
                .anyMatch(shown.jwt()::isSignedWith);
    }

    private static Instant beginning(Shown shown) {
        return shown.claims().instant("nbf").orElse(shown.now());
    }

    /// What is asked in it. Claims that are no parameters of ours are passed over.
    private static RequestParameters parameters(Shown shown) {
        var byName = new LinkedHashMap<String, List<String>>();
        for (var name : RequestParameters.NAMES) {
            var values = values(shown.claims().all().get(name));
            if (!values.isEmpty()) byName.put(name, values);
        }
        byName.put("client_id", List.of(shown.client().id()));
        return new RequestParameters(byName);
    }

    /// RFC 9101 §4: texts as texts, numbers as numbers; `claims` is an object, and `resource` may be a list. What is
    /// none of these has no meaning as a parameter, and is left to the rules to miss.
    private static List<String> values(Object value) {
        return switch (value) {
            case String text when !text.isEmpty() -> List.of(text);
            case Long number -> List.of(number.toString());
            case Map<?, ?> object -> List.of(json(object));
            case List<?> list ->
                list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList();
            case null, default -> List.of();
        };
    }

    @SuppressWarnings("unchecked")
    private static String json(Map<?, ?> object) {
        return new String(StrictJson.bytes((Map<String, ?>) object), UTF_8);
    }
}
