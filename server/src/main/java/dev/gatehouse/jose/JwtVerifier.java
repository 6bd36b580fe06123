package dev.gatehouse.jose;

import dev.gatehouse.jose.JwtVerdict.Expired;
import dev.gatehouse.jose.JwtVerdict.Invalid;
import dev.gatehouse.jose.JwtVerdict.Valid;
import dev.gatehouse.jose.VerifiedTokens.Fingerprint;
import dev.gatehouse.jose.VerifiedTokens.Verified;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/// Decides whether a token is to be believed.
///
/// What may be used comes from us, never from the token: the key is looked up among ours, the algorithm is the
/// key's own, and `jku`, `x5u`, `x5c` and `jwk` in a header are not even read.
///
/// @spec https://www.rfc-editor.org/rfc/rfc8725#section-3 RFC 8725 §3
/// @spec https://www.rfc-editor.org/rfc/rfc7519#section-7.2 RFC 7519 §7.2
public final class JwtVerifier {
    /// No token of ours comes near; longer ones are refused before anything is computed.
    private static final int LONGEST_TOKEN = 8 * 1024;

    private final JwtExpectations expected;
    private final Function<String, Optional<VerificationKey>> keys;
    private final InstantSource clock;
    private final VerifiedTokens remembered;

    /// @param keys finds a key by its `kid`; asked each time, so that a retired key ends its tokens at once
    /// @param remembering how many good signatures to remember until they expire; 0 for none
    public JwtVerifier(
            JwtExpectations expected,
            Function<String, Optional<VerificationKey>> keys,
            InstantSource clock,
            int remembering) {
        this.expected = expected;
        this.keys = keys;
        this.clock = clock;
        this.remembered = new VerifiedTokens(remembering);
    }

    /// Judges one token, in its compact form.
    public JwtVerdict verify(String token) {
        if (token.length() > LONGEST_TOKEN) return new Invalid("longer than " + LONGEST_TOKEN + " characters");

        var now = clock.instant();
        var fingerprint = Fingerprint.of(token);
        var known = remembered.find(fingerprint).filter(this::keyIsStillOurs);
        if (known.isPresent()) return inTime(known.get().claims(), now);

        return CompactJws.parse(token)
                .map(jws -> judge(jws, fingerprint, now))
                .orElseGet(() -> new Invalid("not a signed token in compact form"));
    }

    long remembered() {
        return remembered.size();
    }

    private boolean keyIsStillOurs(Verified known) {
        return keys.apply(known.key().kid()).filter(key -> key == known.key()).isPresent();
    }

    private JwtVerdict judge(CompactJws jws, Fingerprint fingerprint, Instant now) {
        var key = jws.headerText("kid").flatMap(keys);
        if (key.isEmpty()) return new Invalid("none of the keys has its kid");

        var headerFault = headerFault(jws, key.get());
        if (headerFault.isPresent()) return new Invalid(headerFault.get());
        if (!Signatures.verify(key.get().algorithm(), key.get().usable(), jws.signingInput(), jws.signature()))
            return new Invalid("its signature is wrong");

        var claims = jws.claims().map(JwtClaims::new);
        if (claims.isEmpty()) return new Invalid("its claims are not one JSON object with each name once");
        var claimsFault = claimsFault(claims.get());
        if (claimsFault.isPresent()) return new Invalid(claimsFault.get());

        var verdict = inTime(claims.get(), now);
        if (verdict instanceof Valid) remembered.remember(fingerprint, new Verified(claims.get(), key.get()), now);
        return verdict;
    }

    private Optional<String> headerFault(CompactJws jws, VerificationKey key) {
        if (!jws.headerText("alg").equals(Optional.of(key.algorithm().headerName())))
            return Optional.of("its alg is not that of its key");
        if (!expected.algorithms().contains(key.algorithm())) return Optional.of("its alg is not allowed here");
        if (!isExpectedType(jws.headerText("typ"))) return Optional.of("its typ is not " + expected.type());
        // Each name in crit must be understood, and we understand none (RFC 7515 §4.1.11).
        if (jws.header().containsKey("crit")) return Optional.of("its crit asks for what we do not know");
        return Optional.empty();
    }

    /// A media type, so without regard to case, and `application/` may be left out.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc7515#section-4.1.9 RFC 7515 §4.1.9
    private boolean isExpectedType(Optional<String> typ) {
        return typ.filter(type -> type.equalsIgnoreCase(expected.type())
                        || type.equalsIgnoreCase("application/" + expected.type()))
                .isPresent();
    }

    private Optional<String> claimsFault(JwtClaims claims) {
        if (!claims.issuer().equals(Optional.of(expected.issuer()))) return Optional.of("its iss is another");
        if (!expected.audience().stream().allMatch(claims.audience()::contains))
            return Optional.of("its aud does not name us");
        if (claims.expiresAt().isEmpty()) return Optional.of("its exp is missing or not a time");
        if (claims.all().containsKey("nbf") && claims.instant("nbf").isEmpty())
            return Optional.of("its nbf is not a time");
        return Optional.empty();
    }

    private JwtVerdict inTime(JwtClaims claims, Instant now) {
        var end = claims.expiresAt().orElseThrow();
        if (!now.isBefore(end.plus(expected.leeway()))) return new Expired(end);
        if (claims.instant("nbf").filter(now.plus(expected.leeway())::isBefore).isPresent())
            return new Invalid("its nbf has not come yet");
        return new Valid(claims);
    }
}
