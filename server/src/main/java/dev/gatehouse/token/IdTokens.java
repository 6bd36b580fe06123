package dev.gatehouse.token;

import dev.gatehouse.claims.AuthenticationContext;
import dev.gatehouse.claims.ClaimsRequest;
import dev.gatehouse.claims.PersonClaims;
import dev.gatehouse.claims.Subjects;
import dev.gatehouse.client.Clients;
import dev.gatehouse.jose.HalfHash;
import dev.gatehouse.jose.JwtAlgorithm;
import dev.gatehouse.jose.JwtClaims;
import dev.gatehouse.jose.JwtExpectations;
import dev.gatehouse.jose.JwtVerdict;
import dev.gatehouse.jose.JwtVerifier;
import dev.gatehouse.jose.StrictJson;
import dev.gatehouse.key.SigningKeys;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;

/// Tells clients who has signed in, and knows what it has told.
///
/// @spec https://openid.net/specs/openid-connect-core-1_0.html#IDToken OpenID Connect Core §2
public final class IdTokens {

    /// An ID token is read when it comes, and is no leave for anything; an hour allows for clocks.
    private static final Duration LIFETIME = Duration.ofHours(1);

    private final SigningKeys keys;
    private final String issuer;
    private final InstantSource clock;
    private final Clients clients;
    private final Subjects subjects;
    private final Envelopes envelopes;

    public IdTokens(
            SigningKeys keys,
            Clients clients,
            Subjects subjects,
            Envelopes envelopes,
            String issuer,
            InstantSource clock) {
        this.keys = keys;
        this.clients = clients;
        this.subjects = subjects;
        this.envelopes = envelopes;
        this.issuer = issuer;
        this.clock = clock;
    }

    /// What comes together with an ID token: `at_hash` and `c_hash` tie them to it.
    ///
    /// @param code that was redeemed for it
    public record Company(AccessToken accessToken, Optional<String> code) {}

    public String issue(Permit permit, Optional<String> nonce, Company company) {
        var family = permit.family();
        var client = clients.find(family.tenantId(), family.clientId()).orElseThrow();
        var form = client.profile().tokenForm();
        var algorithm = Envelopes.signatureOf(form.idTokenAlgorithm());
        var now = clock.instant().getEpochSecond();
        // What the person tells about himself comes first, so that nothing in it can stand for what we say.
        var claims = new LinkedHashMap<String, Object>(PersonClaims.of(
                permit.account(),
                Set.of(),
                ClaimsRequest.ofKept(family.claims())
                        .within(client.profile().scopes())
                        .idToken()));
        claims.put("iss", issuer);
        claims.put("sub", subjects.of(client, permit.account().id()));
        claims.put("aud", family.clientId());
        claims.put("iat", now);
        claims.put("exp", now + LIFETIME.toSeconds());
        claims.put("auth_time", family.authenticatedAt().getEpochSecond());
        nonce.ifPresent(text -> claims.put("nonce", text));
        claims.put("at_hash", HalfHash.of(algorithm, company.accessToken().value()));
        company.code().ifPresent(code -> claims.put("c_hash", HalfHash.of(algorithm, code)));
        AuthenticationContext.reachedBy(family.amr()).ifPresent(context -> claims.put("acr", context.wire()));
        if (!family.amr().isEmpty())
            claims.put("amr", family.amr().stream().sorted().toList());
        claims.put("sid", family.sessionId().toString());
        return envelopes.signed(client, algorithm, form.idTokenEncryption(), claims);
    }

    /// Of whom an ID token speaks that a client sends as a hint. It may have expired: it proves nothing, it only
    /// says who was meant.
    ///
    /// @return empty when we never gave this token to this client
    public Optional<String> subjectOfHint(String idToken, String clientId) {
        return claimsOfHint(idToken, clientId).flatMap(JwtClaims::subject);
    }

    /// The same without knowing to whom it was given.
    ///
    /// @return empty when we never gave this token to anybody
    public Optional<IdTokenHint> hint(String idToken) {
        return claimedAudience(idToken)
                .flatMap(clientId -> claimsOfHint(idToken, clientId)
                        .flatMap(claims -> claims.subject()
                                .map(subject -> new IdTokenHint(clientId, subject, claims.text("sid")))));
    }

    private Optional<JwtClaims> claimsOfHint(String idToken, String clientId) {
        var expected = JwtExpectations.ofOurOwn(Envelopes.TYPE, issuer, clientId, JwtAlgorithm.ofKeyPairs());
        return switch (new JwtVerifier(expected, keys::find, () -> Instant.EPOCH, 0).verify(idToken)) {
            case JwtVerdict.Valid(var claims) -> Optional.of(claims);
            case JwtVerdict.Expired _, JwtVerdict.Invalid _ -> Optional.empty();
        };
    }

    /// What it says of itself, to be believed only when its signature is found good.
    private static Optional<String> claimedAudience(String idToken) {
        var parts = idToken.split("\\.", 4);
        if (parts.length != 3) return Optional.empty();
        try {
            return StrictJson.object(Base64.getUrlDecoder().decode(parts[1]))
                    .flatMap(claims -> new JwtClaims(claims).text("aud"));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
