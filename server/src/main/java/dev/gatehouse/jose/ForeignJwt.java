package dev.gatehouse.jose;

import java.util.Optional;

/// A JWT that somebody else has signed, and that is to be believed only as far as its reader has judged it: a client's
/// assertion or request object.
///
/// `jku`, `x5u`, `x5c` and `jwk` in its header are not even read: keys come from what is registered.
public final class ForeignJwt {

    private static final int LONGEST = 8 * 1024;

    private final CompactJws jws;
    private final JwtClaims claims;

    private ForeignJwt(CompactJws jws, JwtClaims claims) {
        this.jws = jws;
        this.claims = claims;
    }

    /// Takes one apart; empty when it is not a signed JWT in compact form, or too long.
    public static Optional<ForeignJwt> parse(String token) {
        if (token.length() > LONGEST) return Optional.empty();
        return CompactJws.parse(token)
                .flatMap(jws -> jws.claims().map(claims -> new ForeignJwt(jws, new JwtClaims(claims))));
    }

    /// Empty for one that we do not speak, `none` among them.
    public Optional<JwtAlgorithm> algorithm() {
        return jws.headerText("alg").flatMap(JwtAlgorithm::named);
    }

    public Optional<String> kid() {
        return jws.headerText("kid");
    }

    public Optional<String> type() {
        return jws.headerText("typ");
    }

    /// Whether it says that something must be understood that we do not know (RFC 7515 §4.1.11).
    public boolean isCritical() {
        return jws.header().containsKey("crit");
    }

    /// What it says. Nobody has vouched for it yet.
    public JwtClaims claimed() {
        return claims;
    }

    /// Whether that key has made its signature, with that key's algorithm.
    public boolean isSignedWith(VerificationKey key) {
        return algorithm().filter(key.algorithm()::equals).isPresent()
                && Signatures.verify(key.algorithm(), key.usable(), jws.signingInput(), jws.signature());
    }

    @Override
    public String toString() {
        return "ForeignJwt[" + type().orElse("no typ") + "]";
    }
}
