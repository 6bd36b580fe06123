package dev.gatehouse.token;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.client.Client;
import dev.gatehouse.client.GrantType;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.secret.Digest;
import dev.gatehouse.secret.OpaqueToken;
import dev.gatehouse.secret.TimeOrderedUuid;
import dev.gatehouse.session.Standing;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.BiPredicate;

/// Gives out authorization codes, and takes each back once.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3 RFC 6749 §4.1.3
/// @spec https://www.rfc-editor.org/rfc/rfc7636#section-4.6 RFC 7636 §4.6
public final class AuthorizationCodes {

    private final AuthorizationCodeStore store = new AuthorizationCodeStore();
    private final TokenFamilyStore familyStore = new TokenFamilyStore();
    private final Database database;
    private final TokenFamilies families;
    private final ClientRefreshTokens refreshTokens;
    private final AccessTokens accessTokens;
    private final AuditLog audit;

    public AuthorizationCodes(
            Database database,
            TokenFamilies families,
            ClientRefreshTokens refreshTokens,
            AccessTokens accessTokens,
            AuditLog audit) {
        this.database = database;
        this.families = families;
        this.refreshTokens = refreshTokens;
        this.accessTokens = accessTokens;
        this.audit = audit;
    }

    /// What a person allows a client.
    ///
    /// @param codeChallenge of PKCE with S256
    /// @param claims the `claims` parameter, which was judged before
    /// @param dpopJkt thumbprint of the only key that may redeem the code
    public record Allowed(
            Client client,
            String redirectUri,
            SequencedSet<String> scopes,
            SequencedSet<String> resources,
            Optional<String> codeChallenge,
            Optional<String> nonce,
            Optional<String> claims,
            Optional<String> dpopJkt) {}

    /// What a client shows to redeem a code.
    ///
    /// @param proven the keys that it holds
    public record Presented(
            Client client,
            String code,
            Optional<String> redirectUri,
            Optional<String> codeVerifier,
            Confirmation proven) {}

    /// The rules in the order in which they are judged, for a code and whoever presents it.
    private enum Rule {
        /// RFC 6749 §4.1.3: issued to this client.
        SAME_CLIENT(
                (code, shown) -> code.family().clientId().equals(shown.client().id())),
        /// RFC 6749 §4.1.3: the redirect URI of the request, to the letter.
        SAME_REDIRECT_URI((code, shown) -> shown.redirectUri().equals(Optional.of(code.redirectUri()))),
        /// RFC 9700 §2.1.1: a verifier without an earlier challenge is somebody else's code, smuggled in.
        NO_VERIFIER_WITHOUT_CHALLENGE((code, shown) ->
                code.codeChallenge().isPresent() == shown.codeVerifier().isPresent()),
        /// RFC 7636 §4.1: 43 to 128 unreserved characters.
        VERIFIER_IS_WELL_FORMED((_, shown) ->
                shown.codeVerifier().stream().allMatch(verifier -> verifier.matches("[A-Za-z0-9._~-]{43,128}"))),
        /// RFC 7636 §4.6.
        VERIFIER_MATCHES((code, shown) -> code.codeChallenge().stream()
                .allMatch(challenge -> Digest.matches(shown.codeVerifier().orElseThrow(), challenge))),
        /// RFC 9449 §10: whoever asked with `dpop_jkt` redeems with that key.
        SAME_KEY((code, shown) ->
                code.dpopJkt().isEmpty() || code.dpopJkt().equals(shown.proven().jkt()));

        final BiPredicate<AuthorizationCode, Presented> holds;

        Rule(BiPredicate<AuthorizationCode, Presented> holds) {
            this.holds = holds;
        }
    }

    /// A code for what the person has just allowed.
    ///
    /// @return the code, which is not kept
    public String issue(Standing standing, Allowed allowed, Origin origin) {
        var code = OpaqueToken.random(OpaqueToken.Kind.AUTHORIZATION_CODE);
        database.run(tx -> {
            var family = family(tx, standing, allowed);
            familyStore.add(tx, family);
            var details = Map.of("client", family.clientId(), "scope", String.join(" ", family.scopes()));
            var subject = family.accountId().toString();
            audit.append(tx, new AuditEvent(family.tenantId(), "authorization.given", subject, origin, details));
            store.add(
                    tx,
                    new AuthorizationCode(
                            Digest.of(code),
                            family,
                            allowed.redirectUri(),
                            allowed.codeChallenge(),
                            allowed.nonce(),
                            allowed.dpopJkt(),
                            tx.now(),
                            tx.now().plus(AuthorizationCode.LIFETIME)));
        });
        return code;
    }

    /// Redeems a code. Whatever is wrong, the code is spent: nobody gets a second guess.
    public CodeRedemption redeem(Presented shown, Origin origin) {
        if (!OpaqueToken.isWellFormed(OpaqueToken.Kind.AUTHORIZATION_CODE, shown.code()))
            return new CodeRedemption.Refused();
        var digest = Digest.of(shown.code());
        var refresh = shown.client().profile().allows(GrantType.REFRESH_TOKEN)
                ? Optional.of(RefreshSecret.create())
                : Optional.<RefreshSecret>empty();
        return database.write(tx -> redeem(tx, shown, digest, refresh, origin));
    }

    private CodeRedemption redeem(
            Tx tx, Presented shown, String digest, Optional<RefreshSecret> refresh, Origin origin) {
        var tenantId = shown.client().tenantId();
        var isFirst = store.spend(tx, tenantId, digest);
        var code = store.findSpent(tx, tenantId, digest).filter(found -> isGood(found, shown));
        if (code.isEmpty()) return new CodeRedemption.Refused();
        if (isFirst) return open(tx, code.get(), shown, refresh);
        // Replayed. Only a caller who could have redeemed the code gets here and brings its tokens down.
        families.revoke(tx, code.get().family(), origin, "code-replayed");
        return new CodeRedemption.Refused();
    }

    private static boolean isGood(AuthorizationCode code, Presented shown) {
        for (var rule : Rule.values()) if (!rule.holds.test(code, shown)) return false;
        return true;
    }

    /// The person may have been disabled, or have signed out, in the seconds since.
    private CodeRedemption open(Tx tx, AuthorizationCode code, Presented shown, Optional<RefreshSecret> refresh) {
        var permit =
                families.findLive(tx, code.family().tenantId(), code.family().id());
        if (permit.isEmpty()) return new CodeRedemption.Refused();
        var end = refresh.isPresent()
                ? tx.now().plus(ClientRefreshTokens.LONGEST_LIFE)
                : tx.now().plus(accessTokens.lifetime());
        familyStore.open(tx, code.family(), end, refreshBinding(shown));
        refresh.ifPresent(token -> refreshTokens.open(tx, code.family(), token, end));
        return new CodeRedemption.Redeemed(permit.get(), code.nonce(), refresh);
    }

    /// A public client proves nothing else, so its refresh tokens ask for the key of the first one. A confidential
    /// one authenticates at each refresh, and may change its keys.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc9449#section-5 RFC 9449 §5
    /// @spec https://www.rfc-editor.org/rfc/rfc8705#section-4 RFC 8705 §4
    private static Confirmation refreshBinding(Presented shown) {
        return shown.client().profile().isPublic() ? shown.proven() : Confirmation.NONE;
    }

    /// It lives as long as its code, until that is redeemed.
    private static TokenFamily family(Tx tx, Standing standing, Allowed allowed) {
        var session = standing.session();
        return new TokenFamily(
                session.tenantId(),
                TimeOrderedUuid.at(tx.now()),
                allowed.client().id(),
                session.accountId(),
                session.id(),
                session.epoch(),
                allowed.scopes(),
                allowed.resources(),
                allowed.claims(),
                session.authenticatedAt(),
                session.amr(),
                Confirmation.NONE,
                tx.now(),
                tx.now().plus(AuthorizationCode.LIFETIME));
    }
}
