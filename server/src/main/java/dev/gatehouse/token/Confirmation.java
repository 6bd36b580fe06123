package dev.gatehouse.token;

import dev.gatehouse.jose.JwtClaims;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The keys that a caller has proven to hold, or that a token asks its holder to prove: a stolen token is of no use
/// without them.
///
/// @param jkt the thumbprint of a DPoP key (RFC 9449 §6.1)
/// @param x5tS256 the digest of a client's certificate (RFC 8705 §3.1)
/// @spec https://www.rfc-editor.org/rfc/rfc7800#section-3 RFC 7800 §3
public record Confirmation(Optional<String> jkt, Optional<String> x5tS256) {

    /// A bearer's: whoever has the token may use it.
    public static final Confirmation NONE = new Confirmation(Optional.empty(), Optional.empty());

    /// The claim of an access token.
    static final String CLAIM = "cnf";

    private static final String KEY = "jkt";
    private static final String CERTIFICATE = "x5t#S256";

    public static Confirmation ofKey(String jkt) {
        return NONE.withKey(jkt);
    }

    public Confirmation withKey(String thumbprint) {
        return new Confirmation(Optional.of(thumbprint), x5tS256);
    }

    public Confirmation withCertificate(String digest) {
        return new Confirmation(jkt, Optional.of(digest));
    }

    /// What a token that we found genuine asks for.
    public static Confirmation of(JwtClaims token) {
        if (!(token.all().get(CLAIM) instanceof Map<?, ?> members)) return NONE;
        return new Confirmation(text(members.get(KEY)), text(members.get(CERTIFICATE)));
    }

    /// As `cnf` spells it.
    public Map<String, String> members() {
        var members = new LinkedHashMap<String, String>();
        jkt.ifPresent(thumbprint -> members.put(KEY, thumbprint));
        x5tS256.ifPresent(digest -> members.put(CERTIFICATE, digest));
        return members;
    }

    /// Whether it asks for nothing.
    public boolean isNone() {
        return equals(NONE);
    }

    /// Whether all that this asks for was proven. More may have been.
    public boolean isMetBy(Confirmation proven) {
        return (jkt.isEmpty() || jkt.equals(proven.jkt)) && (x5tS256.isEmpty() || x5tS256.equals(proven.x5tS256));
    }

    /// How a token that asks for this is shown, as `token_type` says it. One bound to a certificate is a bearer's
    /// token all the same (RFC 8705 §3).
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc9449#section-5 RFC 9449 §5
    public String tokenType() {
        return jkt.isPresent() ? "DPoP" : "Bearer";
    }

    private static Optional<String> text(Object member) {
        return member instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
