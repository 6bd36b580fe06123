package dev.gatehouse.jose;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.gatehouse.secret.Base64Url;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// What ties a token or a code to the ID token that comes with it (`at_hash`, `c_hash`): the left half of the digest
/// that the ID token's algorithm uses.
///
/// @spec https://openid.net/specs/openid-connect-core-1_0.html#CodeIDToken OpenID Connect Core §3.1.3.6
public final class HalfHash {

    private HalfHash() {}

    /// @param algorithm that the ID token is signed with; Ed25519 uses SHA-512 (RFC 8032 §5.1)
    public static String of(JwtAlgorithm algorithm, String value) {
        try {
            var name = "SHA-" + algorithm.hashBytes() * Byte.SIZE;
            var digest = MessageDigest.getInstance(name).digest(value.getBytes(US_ASCII));
            return Base64Url.encode(Arrays.copyOf(digest, digest.length / 2));
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException("every JDK has SHA-256, SHA-384 and SHA-512", fault);
        }
    }
}
