package dev.gatehouse.token;

import dev.gatehouse.client.Client;
import dev.gatehouse.jose.JwtAlgorithm;
import dev.gatehouse.jose.JwtClaims;
import dev.gatehouse.jose.JwtExpectations;
import dev.gatehouse.jose.JwtSigner;
import dev.gatehouse.jose.JwtVerdict;
import dev.gatehouse.jose.JwtVerifier;
import dev.gatehouse.jose.SigningKey;
import dev.gatehouse.jose.VerificationKey;
import dev.gatehouse.key.SigningKeys;
import dev.gatehouse.secret.Base64Url;
import dev.gatehouse.secret.RandomValues;
import dev.gatehouse.session.Session;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;

/// Issues access tokens, and judges those that come back.
///
/// @spec https://www.rfc-editor.org/rfc/rfc9068#section-2 RFC 9068 §2
public final class AccessTokens {

    /// RFC 9068 §2.1: a token of another kind, signed by the same key, must never pass for an access token.
    private static final String TYPE = "at+jwt";

    /// Sign-in by our own API is no OAuth client's doing; RFC 9068 wants a `client_id` all the same.
    private static final String FIRST_PARTY = "gatehouse";

    /// The family of a client's token, by which it can be revoked.
    static final String FAMILY = "family";

    /// At about 1 KB each: the tokens of the people who are busy right now.
    private static final int REMEMBERED = 10_000;

    private static final int JTI_BYTES = 16;

    private final SigningKeys keys;
    private final JwtVerifier verifier;
    private final String issuer;
    private final Duration lifetime;
    private final InstantSource clock;
    private volatile Pen pen;

    /// A key with its encoded header; a new one is taken when the key rotates.
    private record Pen(SigningKey key, JwtSigner signer) {
        Pen(SigningKey key) {
            this(key, new JwtSigner(key, TYPE));
        }
    }

    /// @param issuer our public URL; it is the audience too, since these tokens are for our own API
    public AccessTokens(SigningKeys keys, String issuer, Duration lifetime, InstantSource clock) {
        this.issuer = issuer;
        this.lifetime = lifetime;
        this.clock = clock;
        this.keys = keys;
        this.pen = new Pen(keys.current());
        this.verifier = new JwtVerifier(
                JwtExpectations.ofOurOwn(TYPE, issuer, issuer, algorithms(keys)), keys::find, clock, REMEMBERED);
    }

    /// A token of our own API for a person.
    public AccessToken issue(Session session, Confirmation boundTo) {
        var claims = claims(session.accountId().toString(), List.of(issuer), FIRST_PARTY);
        claims.put("sid", session.id().toString());
        claims.put("auth_time", session.authenticatedAt().getEpochSecond());
        return signed(claims, boundTo);
    }

    /// A token for a client itself, with no person and no session behind it.
    ///
    /// @param audience for whom it is; empty: ourselves
    /// @param boundTo what the client proved and must prove again at each use
    public AccessToken issue(Client client, SequencedSet<String> scopes, List<String> audience, Confirmation boundTo) {
        var claims = claims(client.id(), audience.isEmpty() ? List.of(issuer) : audience, client.id());
        if (!scopes.isEmpty()) claims.put("scope", String.join(" ", scopes));
        return signed(claims, boundTo);
    }

    /// A token for a client on behalf of a person.
    ///
    /// @param scopes not more than the family has
    /// @param resources for whom it is; ourselves besides, if the client may ask us who the person is
    /// @param boundTo what the client proved and must prove again at each use
    public AccessToken issue(
            TokenFamily family, SequencedSet<String> scopes, Collection<String> resources, Confirmation boundTo) {
        var audience = new LinkedHashSet<>(resources);
        if (audience.isEmpty() || scopes.contains("openid")) audience.add(issuer);
        var claims = claims(family.accountId().toString(), List.copyOf(audience), family.clientId());
        claims.put("scope", String.join(" ", scopes));
        claims.put("sid", family.sessionId().toString());
        claims.put(FAMILY, family.id().toString());
        claims.put("auth_time", family.authenticatedAt().getEpochSecond());
        return signed(claims, boundTo);
    }

    private AccessToken signed(Map<String, Object> claims, Confirmation boundTo) {
        if (!boundTo.isNone()) claims.put(Confirmation.CLAIM, boundTo.members());
        return new AccessToken(signer().sign(claims), lifetime, boundTo);
    }

    Duration lifetime() {
        return lifetime;
    }

    /// Whether our own API gave the token to a person, and not a client: only then it opens our own doors.
    static boolean isFirstParty(JwtClaims claims) {
        return claims.text("client_id").filter(FIRST_PARTY::equals).isPresent();
    }

    /// What every access token says.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc9068#section-2.2 RFC 9068 §2.2
    private Map<String, Object> claims(String subject, List<String> audience, String clientId) {
        var now = clock.instant().getEpochSecond();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", issuer);
        claims.put("sub", subject);
        claims.put("aud", audience.size() == 1 ? audience.getFirst() : audience);
        claims.put("client_id", clientId);
        claims.put("iat", now);
        claims.put("exp", now + lifetime.toSeconds());
        claims.put("jti", Base64Url.encode(RandomValues.bytes(JTI_BYTES)));
        return claims;
    }

    /// Judges the token alone; whether its session still lives is another question.
    public JwtVerdict verify(String token) {
        return verifier.verify(token);
    }

    private JwtSigner signer() {
        var key = keys.current();
        var ready = pen;
        if (ready.key() != key) pen = ready = new Pen(key);
        return ready.signer();
    }

    private static Set<JwtAlgorithm> algorithms(SigningKeys keys) {
        return keys.all().stream().map(VerificationKey::algorithm).collect(Collectors.toUnmodifiableSet());
    }
}
