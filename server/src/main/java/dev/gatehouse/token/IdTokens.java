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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Optional;

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
    private final PersonClaims claims;
    private final Envelopes envelopes;

    public IdTokens(
            SigningKeys keys,
            Clients clients,
            Subjects subjects,
            PersonClaims claims,
            Envelopes envelopes,
            String issuer,
            InstantSource clock) {
        this.keys = keys;
        this.clients = clients;
        this.subjects = subjects;
        this.claims = claims;
        this.envelopes = envelopes;
        this.issuer = issuer;
        this.clock = clock;
    }

    /// What comes together with an ID token: `at_hash` and `c_hash` tie them to it.
    ///
    /// @param code that was redeemed for it
    public record Company(AccessToken accessToken, Optional<String> code) {}

    /// @param scopes those of the access token that comes with it
    public String issue(Permit permit, Collection<String> scopes, Optional<String> nonce, Company company) {
        var family = permit.family();
        var client = clients.find(family.tenantId(), family.clientId()).orElseThrow();
        var form = client.profile().tokenForm();
        var algorithm = Envelopes.signatureOf(form.idTokenAlgorithm());
        var now = clock.instant().getEpochSecond();
        // What the person tells about himself comes first, so that nothing in it can stand for what we say.
        var told = new LinkedHashMap<String, Object>(claims.of(
                permit.account(),
                PersonClaims.ofScopesInIdTokens(scopes),
                ClaimsRequest.ofKept(family.claims())
                        .within(client.profile().scopes())
                        .idToken()));
        told.put("iss", issuer);
        told.put("sub", subjects.of(client, permit.account().id()));
        told.put("aud", family.clientId());
        told.put("iat", now);
        told.put("exp", now + LIFETIME.toSeconds());
        told.put("auth_time", family.authenticatedAt().getEpochSecond());
        nonce.ifPresent(text -> told.put("nonce", text));
        told.put("at_hash", HalfHash.of(algorithm, company.accessToken().value()));
        company.code().ifPresent(code -> told.put("c_hash", HalfHash.of(algorithm, code)));
        AuthenticationContext.reachedBy(family.amr()).ifPresent(context -> told.put("acr", context.wire()));
        if (!family.amr().isEmpty())
            told.put("amr", family.amr().stream().sorted().toList());
        told.put("sid", family.sessionId().toString());
        return envelopes.signed(client, algorithm, form.idTokenEncryption(), told);
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
