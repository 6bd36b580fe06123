package dev.gatehouse.token;

import dev.gatehouse.claims.Affiliations;
import dev.gatehouse.claims.Subjects;
import dev.gatehouse.client.Client;
import dev.gatehouse.client.Clients;
import dev.gatehouse.jose.JwtAlgorithm;
import dev.gatehouse.jose.JwtClaims;
import dev.gatehouse.jose.JwtExpectations;
import dev.gatehouse.jose.JwtVerdict;
import dev.gatehouse.jose.JwtVerifier;
import dev.gatehouse.jose.VerificationKey;
import dev.gatehouse.key.Pen;
import dev.gatehouse.key.SigningKeys;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Tx;
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
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.UUID;
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

    private final JwtVerifier verifier;
    private final String issuer;
    private final Duration lifetime;
    private final InstantSource clock;
    private final Clients clients;
    private final Subjects subjects;
    private final Affiliations affiliations;
    private final OpaqueTokens opaque;
    private final Pen pen;

    /// @param issuer our public URL; it is the audience too of tokens for our own API
    public AccessTokens(
            SigningKeys keys,
            Clients clients,
            Subjects subjects,
            Affiliations affiliations,
            Database database,
            String issuer,
            Duration lifetime,
            InstantSource clock) {
        this.issuer = issuer;
        this.lifetime = lifetime;
        this.clock = clock;
        this.clients = clients;
        this.subjects = subjects;
        this.affiliations = affiliations;
        this.opaque = new OpaqueTokens(database, clock);
        this.pen = new Pen(keys, TYPE);
        this.verifier = new JwtVerifier(
                JwtExpectations.ofOurOwn(TYPE, issuer, algorithms(keys)), keys::find, clock, REMEMBERED);
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
        return given(client, Optional.empty(), claims, boundTo);
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
        var client = clients.find(family.tenantId(), family.clientId()).orElseThrow();
        var claims = claims(subjects.of(client, family.accountId()), List.copyOf(audience), client.id());
        claims.put("scope", String.join(" ", scopes));
        claims.putAll(affiliations.of(family.tenantId(), family.accountId(), scopes));
        claims.put("sid", family.sessionId().toString());
        claims.put(FAMILY, family.id().toString());
        claims.put("auth_time", family.authenticatedAt().getEpochSecond());
        return given(client, Optional.of(family.id()), claims, boundTo);
    }

    /// A token that an exchange makes.
    ///
    /// @param family begun by the exchange
    /// @param act who acts for the person
    AccessToken issue(TokenFamily family, Optional<Map<String, Object>> act, Confirmation boundTo) {
        var client = clients.find(family.tenantId(), family.clientId()).orElseThrow();
        var audience = List.copyOf(family.resources());
        var claims = claims(subjects.of(client, family.accountId()), audience, client.id());
        var end = family.expiresAt().getEpochSecond();
        claims.computeIfPresent("exp", (_, usual) -> Math.min((long) usual, end));
        claims.put("scope", String.join(" ", family.scopes()));
        claims.putAll(affiliations.of(family.tenantId(), family.accountId(), family.scopes()));
        claims.put("sid", family.sessionId().toString());
        claims.put(FAMILY, family.id().toString());
        claims.put("auth_time", family.authenticatedAt().getEpochSecond());
        act.ifPresent(actor -> claims.put("act", actor));
        return given(client, Optional.of(family.id()), claims, boundTo);
    }

    /// Removes opaque tokens that have expired, a bounded part of them.
    public int sweep(Tx tx, int most) {
        return opaque.sweep(tx, most);
    }

    /// In the form that the client wants.
    private AccessToken given(Client client, Optional<UUID> family, Map<String, Object> claims, Confirmation boundTo) {
        if (!client.profile().tokenForm().isOpaque()) return signed(claims, boundTo);
        if (!boundTo.isNone()) claims.put(Confirmation.CLAIM, boundTo.members());
        return new AccessToken(opaque.issue(client.tenantId(), client.id(), family, claims), lifetime(claims), boundTo);
    }

    private AccessToken signed(Map<String, Object> claims, Confirmation boundTo) {
        if (!boundTo.isNone()) claims.put(Confirmation.CLAIM, boundTo.members());
        return new AccessToken(pen.sign(claims), lifetime(claims), boundTo);
    }

    private static Duration lifetime(Map<String, Object> claims) {
        return Duration.ofSeconds((long) claims.get("exp") - (long) claims.get("iat"));
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

    /// Judges a token that was brought to one of our own doors: the token alone. Whether what it stands on still lives
    /// is another question, see [LiveTokens].
    public JwtVerdict verify(String token) {
        var verdict = verifyForAnybody(token);
        return verdict instanceof JwtVerdict.Valid(var claims)
                        && !claims.audience().contains(issuer)
                ? new JwtVerdict.Invalid("its aud does not name us")
                : verdict;
    }

    /// The same, for whomever it is.
    JwtVerdict verifyForAnybody(String token) {
        return OpaqueTokens.isWellFormed(token)
                ? opaque.find(token).map(this::inTime).orElseGet(() -> new JwtVerdict.Invalid("it is not known"))
                : verifier.verify(token);
    }

    private JwtVerdict inTime(JwtClaims claims) {
        var end = claims.expiresAt().orElseThrow();
        return clock.instant().isBefore(end) ? new JwtVerdict.Valid(claims) : new JwtVerdict.Expired(end);
    }

    private static Set<JwtAlgorithm> algorithms(SigningKeys keys) {
        return keys.all().stream().map(VerificationKey::algorithm).collect(Collectors.toUnmodifiableSet());
    }
}
