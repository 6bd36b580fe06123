package dev.gatehouse.token;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.client.Client;
import dev.gatehouse.client.GrantType;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.secret.Digest;
import dev.gatehouse.secret.OpaqueToken;
import dev.gatehouse.session.Standing;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.BiPredicate;

/// Gives out authorization codes, and takes each back once.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3 RFC 6749 §4.1.3
/// @spec https://www.rfc-editor.org/rfc/rfc7636#section-4.6 RFC 7636 §4.6
public final class AuthorizationCodes {

    private final AuthorizationCodeStore store = new AuthorizationCodeStore();
    private final Database database;
    private final TokenFamilies families;
    private final Authorizations authorizations;

    public AuthorizationCodes(Database database, TokenFamilies families, Authorizations authorizations) {
        this.database = database;
        this.families = families;
        this.authorizations = authorizations;
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
            var terms =
                    new Authorizations.Terms(allowed.client(), allowed.scopes(), allowed.resources(), allowed.claims());
            var until = tx.now().plus(AuthorizationCode.LIFETIME);
            var family = authorizations.give(tx, standing, terms, until, origin);
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
                            until));
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
        return authorizations
                .redeem(tx, shown.client(), code.family().id(), refresh, shown.proven())
                .<CodeRedemption>map(permit -> new CodeRedemption.Redeemed(permit, code.nonce(), refresh))
                .orElseGet(CodeRedemption.Refused::new);
    }
}
