package dev.gatehouse.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.gatehouse.claims.AuthenticationContext;
import dev.gatehouse.claims.ClaimsRequest;
import dev.gatehouse.claims.PersonClaims;
import dev.gatehouse.jose.JwtExpectations;
import dev.gatehouse.jose.JwtSigner;
import dev.gatehouse.jose.JwtVerdict;
import dev.gatehouse.jose.JwtVerifier;
import dev.gatehouse.jose.SigningKey;
import dev.gatehouse.key.SigningKeys;
import dev.gatehouse.secret.Base64Url;
import dev.gatehouse.secret.Digest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;

/// Tells clients who has signed in, and knows what it has told.
///
/// @spec https://openid.net/specs/openid-connect-core-1_0.html#IDToken OpenID Connect Core §2
public final class IdTokens {

    /// An ID token is read when it comes, and is no leave for anything; an hour allows for clocks.
    private static final Duration LIFETIME = Duration.ofHours(1);

    private static final String TYPE = "JWT";

    private final SigningKeys keys;
    private final String issuer;
    private final InstantSource clock;
    private volatile Optional<Pen> pen = Optional.empty();

    private record Pen(SigningKey key, JwtSigner signer) {}

    public IdTokens(SigningKeys keys, String issuer, InstantSource clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.clock = clock;
    }

    /// @param accessToken that comes with it: `at_hash` ties the two together
    public String issue(Permit permit, Optional<String> nonce, AccessToken accessToken) {
        var family = permit.family();
        var now = clock.instant().getEpochSecond();
        // What the person tells about himself comes first, so that nothing in it can stand for what we say.
        var claims = new LinkedHashMap<String, Object>(PersonClaims.of(
                permit.account(),
                ClaimsRequest.ofKept(family.claims()).idToken().keySet()));
        claims.put("iss", issuer);
        claims.put("sub", permit.account().subject());
        claims.put("aud", family.clientId());
        claims.put("iat", now);
        claims.put("exp", now + LIFETIME.toSeconds());
        claims.put("auth_time", family.authenticatedAt().getEpochSecond());
        nonce.ifPresent(text -> claims.put("nonce", text));
        claims.put("at_hash", halfHash(accessToken.value()));
        AuthenticationContext.reachedBy(family.amr()).ifPresent(context -> claims.put("acr", context.wire()));
        if (!family.amr().isEmpty())
            claims.put("amr", family.amr().stream().sorted().toList());
        claims.put("sid", family.sessionId().toString());
        return signer().sign(claims);
    }

    /// Of whom an ID token speaks that a client sends as a hint. It may have expired: it proves nothing, it only
    /// says who was meant.
    ///
    /// @return empty when we never gave this token to this client
    public Optional<String> subjectOfHint(String idToken, String clientId) {
        var expected = JwtExpectations.ofOurOwn(TYPE, issuer, clientId, Set.of(SigningKeys.EVERYBODYS));
        return switch (new JwtVerifier(expected, keys::find, () -> Instant.EPOCH, 0).verify(idToken)) {
            case JwtVerdict.Valid(var claims) -> claims.subject();
            case JwtVerdict.Expired _, JwtVerdict.Invalid _ -> Optional.empty();
        };
    }

    /// The left half of the digest that the signature's algorithm uses.
    ///
    /// @spec https://openid.net/specs/openid-connect-core-1_0.html#CodeIDToken OpenID Connect Core §3.1.3.6
    private static String halfHash(String token) {
        var digest = Digest.bytes(token.getBytes(US_ASCII));
        return Base64Url.encode(Arrays.copyOf(digest, digest.length / 2));
    }

    private JwtSigner signer() {
        var key = keys.current(SigningKeys.EVERYBODYS);
        var ready = pen.filter(held -> held.key() == key).orElseGet(() -> new Pen(key, new JwtSigner(key, TYPE)));
        pen = Optional.of(ready);
        return ready.signer();
    }
}
