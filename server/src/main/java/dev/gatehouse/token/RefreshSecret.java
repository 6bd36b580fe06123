package dev.gatehouse.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.secret.Digest;
import dev.gatehouse.secret.OpaqueToken;
import dev.gatehouse.secret.Sealing;

/// A refresh token as its holder knows it: 256 random bits. It exists in memory and on the wire only.
public record RefreshSecret(String value) {

    public static RefreshSecret create() {
        return new RefreshSecret(OpaqueToken.random(OpaqueToken.Kind.REFRESH_TOKEN));
    }

    static boolean isWellFormed(String presented) {
        return OpaqueToken.isWellFormed(OpaqueToken.Kind.REFRESH_TOKEN, presented);
    }

    String digest() {
        return Digest.of(value);
    }

    /// Encrypts this token so that only somebody who presents its predecessor can read it.
    String sealedUnder(RefreshSecret predecessor) {
        return sealing(predecessor).seal(value.getBytes(UTF_8), predecessor.digest());
    }

    /// The successor that was sealed under this token.
    RefreshSecret open(String sealedSuccessor) {
        return sealing(this)
                .open(sealedSuccessor, digest())
                .map(plain -> new RefreshSecret(new String(plain, UTF_8)))
                .orElseThrow(
                        () -> new IllegalStateException("a stored refresh token does not open with its predecessor"));
    }

    private static Sealing sealing(RefreshSecret token) {
        return Sealing.under(token.value.getBytes(UTF_8), "refresh token successor");
    }

    @Override
    public String toString() {
        return "RefreshSecret[secret]";
    }
}
