package dev.gatehouse.secret;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256, and comparison that takes as long for a near miss as for a far one.
///
/// For values that are random themselves (tokens, codes): a table of digests lets nobody redeem anything.
/// Passwords are not random and go through [Passwords].
public final class Digest {
    private Digest() {}

    /// The digest of `text` in UTF-8, as base64url: 43 characters.
    public static String of(String text) {
        return Base64Url.encode(bytes(Utf8.bytes(text)));
    }

    /// The digest of `bytes`, as base64url: 43 characters.
    public static String of(byte[] bytes) {
        return Base64Url.encode(bytes(bytes));
    }

    /// The digest itself: 32 bytes.
    public static byte[] bytes(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException("every JDK has SHA-256", fault);
        }
    }

    /// Whether `digest` is that of `presented`: for a token and the digest we stored, or a PKCE verifier and its
    /// challenge.
    public static boolean matches(String presented, String digest) {
        return isEqual(of(presented), digest);
    }

    /// Whether two texts are equal, in a time that tells nothing of where they differ.
    public static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(Utf8.bytes(one), Utf8.bytes(other));
    }
}
