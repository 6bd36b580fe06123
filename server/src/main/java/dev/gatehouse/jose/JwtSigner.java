package dev.gatehouse.jose;

import dev.gatehouse.secret.Base64Url;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Signs tokens of one type with one key. Any number of threads may use it at once.
///
/// Made once a key, not once a token: the header is the same every time and is encoded beforehand.
///
/// @spec https://www.rfc-editor.org/rfc/rfc7515#section-5.1 RFC 7515 §5.1
public final class JwtSigner {
    private final SigningKey key;
    private final String header;

    /// @param type of the tokens, as their `typ` says it, such as `at+jwt`: it keeps one kind of token from
    ///     passing
    ///     for
    ///     another (RFC 8725 §3.11)
    public JwtSigner(SigningKey key, String type) {
        this.key = key;
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("alg", key.algorithm().headerName());
        parameters.put("typ", type);
        parameters.put("kid", key.kid());
        this.header = Base64Url.encode(StrictJson.bytes(parameters)) + ".";
    }

    /// The token for these claims.
    ///
    /// @param claims times as numbers of seconds, as JSON wants them
    public String sign(Map<String, Object> claims) {
        return sign(StrictJson.bytes(claims));
    }

    /// The token for claims that are JSON already, in UTF-8: the way of the hot paths.
    public String sign(byte[] claimsJson) {
        var input = header + Base64Url.encode(claimsJson);
        var signature = Signatures.sign(key.algorithm(), key.usable(), input.getBytes(StandardCharsets.US_ASCII));
        return input + "." + Base64Url.encode(signature);
    }
}
