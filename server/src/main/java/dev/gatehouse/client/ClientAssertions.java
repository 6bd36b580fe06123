package dev.gatehouse.client;

import dev.gatehouse.jose.ForeignJwt;
import dev.gatehouse.jose.JwtAlgorithm;
import dev.gatehouse.jose.JwtClaims;
import dev.gatehouse.jose.SigningKey;
import dev.gatehouse.jose.VerificationKey;
import dev.gatehouse.replay.Purpose;
import dev.gatehouse.replay.Replays;
import dev.gatehouse.secret.MasterKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Judges the JWTs by which clients say that they are themselves: `private_key_jwt` and `client_secret_jwt`.
///
/// @spec https://www.rfc-editor.org/rfc/rfc7523#section-3 RFC 7523 §3
/// @spec https://openid.net/specs/openid-connect-core-1_0.html#ClientAuthentication OpenID Connect Core §9
/// @spec https://openid.net/specs/fapi-security-profile-2_0-final.html#section-5.3.2.1 FAPI 2.0 §5.3.2.1
public final class ClientAssertions {

    /// For clocks that differ: FAPI 2.0 wants 10 seconds accepted and 60 refused.
    private static final Duration LEEWAY = Duration.ofSeconds(30);

    /// An assertion is made for one call. One that lives longer would have to be remembered for as long.
    private static final Duration LONGEST_LIFE = Duration.ofHours(1);

    private static final int LONGEST_ID = 500;

    /// Absent, or one of these: a token of another kind must never pass for an assertion (RFC 8725 §3.11).
    private static final Set<String> TYPES = Set.of("jwt", "client-authentication+jwt");

    private final ClientKeySet keys;
    private final SecretSealing secrets;
    private final Replays replays;
    private final String issuer;
    private final InstantSource clock;

    /// @param issuer who we are, as `aud` names us
    public ClientAssertions(ClientKeySet keys, MasterKey master, Replays replays, String issuer, InstantSource clock) {
        this.keys = keys;
        this.secrets = SecretSealing.under(master);
        this.replays = replays;
        this.issuer = issuer;
        this.clock = clock;
    }

    /// Judges an assertion, and spends it if it holds.
    ///
    /// @param endpoint the URL that is called
    /// @return what is wrong; empty: nothing. What a stranger could provoke has no words of its own
    Optional<String> fault(KnownClient known, ForeignJwt jwt, String endpoint) {
        var claims = jwt.claimed();
        var now = clock.instant();
        return Stream.<Supplier<Optional<String>>>of(
                        () -> unless(isAllowed(known.client(), jwt), ClientAuthenticator.NOT_PROVED),
                        () -> unless(isOfThisKind(jwt), ClientAuthenticator.NOT_PROVED),
                        () -> unless(isSigned(known, jwt), ClientAuthenticator.NOT_PROVED),
                        () -> unless(isOfItself(known.client(), claims), "`iss` and `sub` must both be the client_id."),
                        () -> audienceFault(known.client(), claims, endpoint),
                        () -> lifeFault(claims, now),
                        () -> unless(hasBegun(claims, "nbf", now), "its `nbf` has not come yet, or is not a time."),
                        () -> unless(hasBegun(claims, "iat", now), "its `iat` has not come yet, or is not a time."),
                        () -> idFault(known.client(), claims))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// OpenID Connect Registration §2, `token_endpoint_auth_signing_alg`; RFC 8725 §3.1.
    private static boolean isAllowed(Client client, ForeignJwt jwt) {
        var profile = client.profile();
        var registered = profile.keys().assertionAlgorithm();
        return jwt.algorithm()
                .filter(AssertionAlgorithms.of(profile.authentication())::contains)
                .filter(algorithm -> !profile.demands().isFapi() || AssertionAlgorithms.OF_FAPI.contains(algorithm))
                .filter(algorithm -> registered.isEmpty() || registered.get().equals(algorithm.headerName()))
                .isPresent();
    }

    private static boolean isOfThisKind(ForeignJwt jwt) {
        return !jwt.isCritical()
                && jwt.type()
                        .map(type -> type.toLowerCase(Locale.ROOT))
                        .filter(type -> !TYPES.contains(type))
                        .isEmpty();
    }

    private boolean isSigned(KnownClient known, ForeignJwt jwt) {
        return candidates(known, jwt.algorithm().orElseThrow(), jwt.kid()).anyMatch(jwt::isSignedWith);
    }

    private Stream<VerificationKey> candidates(KnownClient known, JwtAlgorithm algorithm, Optional<String> kid) {
        if (!algorithm.isSymmetric()) return keys.verifying(known.client(), algorithm, kid).stream();
        return known.secrets().stream()
                .flatMap(secret -> secrets.open(known.client(), secret).stream())
                .map(secret -> SigningKey.ofSecret(algorithm, secret).verificationKey());
    }

    /// RFC 7523 §3, 1 and 2B.
    private static boolean isOfItself(Client client, JwtClaims claims) {
        var id = Optional.of(client.id());
        return claims.issuer().equals(id) && claims.subject().equals(id);
    }

    /// RFC 7523 §3, 3. FAPI 2.0 takes nothing but the issuer, and that not in a list: a server that is not honest could
    /// have told the client another one's address for its own.
    private Optional<String> audienceFault(Client client, JwtClaims claims, String endpoint) {
        if (client.profile().demands().isFapi())
            return unless(
                    claims.text("aud").equals(Optional.of(issuer)),
                    "its `aud` must be the issuer, " + issuer + ", as a string.");
        var ours = List.of(issuer, issuer + "/oauth2/token", endpoint);
        return unless(
                claims.audience().stream().anyMatch(ours::contains),
                "its `aud` does not name the issuer, " + issuer + ", or this endpoint.");
    }

    /// RFC 7523 §3, 4.
    private static Optional<String> lifeFault(JwtClaims claims, Instant now) {
        var end = claims.expiresAt();
        if (end.isEmpty()) return Optional.of("it has no `exp`, or one that is not a time.");
        if (!now.isBefore(end.get().plus(LEEWAY))) return Optional.of("it has expired.");
        return unless(!end.get().isAfter(now.plus(LONGEST_LIFE).plus(LEEWAY)), "its `exp` is more than an hour ahead.");
    }

    /// RFC 7523 §3, 5 and 6.
    private static boolean hasBegun(JwtClaims claims, String name, Instant now) {
        if (!claims.all().containsKey(name)) return true;
        return claims.instant(name)
                .filter(begin -> !begin.isAfter(now.plus(LEEWAY)))
                .isPresent();
    }

    /// RFC 7523 §3, 7; OpenID Connect Core §9 has it required.
    private Optional<String> idFault(Client client, JwtClaims claims) {
        var id = claims.text("jti").filter(text -> !text.isEmpty() && text.length() <= LONGEST_ID);
        if (id.isEmpty()) return Optional.of("it has no `jti` of 1 to " + LONGEST_ID + " characters.");
        var end = claims.expiresAt().orElseThrow().plus(LEEWAY);
        return unless(
                replays.spend(client.tenantId(), Purpose.CLIENT_ASSERTION, client.id(), id.get(), end),
                "its `jti` was used before; make another for each call.");
    }

    private static Optional<String> unless(boolean holds, String fault) {
        return holds ? Optional.empty() : Optional.of(fault);
    }
}
