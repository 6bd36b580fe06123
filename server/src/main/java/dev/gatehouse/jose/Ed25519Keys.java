package dev.gatehouse.jose;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/// Ed25519 keys between their 32 raw bytes, which a JSON Web Key shows, and `java.security`, which wants them
/// wrapped. Keys of this kind have one length and no parameters, so the wrapping is a fixed prefix.
///
/// @spec https://www.rfc-editor.org/rfc/rfc8410#section-4 RFC 8410 §4
/// @spec https://www.rfc-editor.org/rfc/rfc8410#section-7 RFC 8410 §7
final class Ed25519Keys {
    private static final int KEY_BYTES = 32;
    private static final byte[] PUBLIC_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final byte[] PRIVATE_PREFIX = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private Ed25519Keys() {}

    /// The library takes a key of any length.
    static boolean isOne(OctetKeyPair jwk) {
        return jwk.getCurve().equals(Curve.Ed25519) && jwk.getDecodedX().length == KEY_BYTES;
    }

    static byte[] publicBytes(PublicKey key) {
        return unwrapped(key, PUBLIC_PREFIX);
    }

    static byte[] privateBytes(PrivateKey key) {
        return unwrapped(key, PRIVATE_PREFIX);
    }

    static PublicKey publicKey(OctetKeyPair jwk) throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(wrapped(PUBLIC_PREFIX, jwk.getDecodedX())));
    }

    static PrivateKey privateKey(OctetKeyPair jwk) throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519")
                .generatePrivate(new PKCS8EncodedKeySpec(wrapped(PRIVATE_PREFIX, jwk.getDecodedD())));
    }

    private static byte[] unwrapped(Key key, byte[] prefix) {
        var encoded = key.getEncoded();
        if (encoded.length != prefix.length + KEY_BYTES
                || !Arrays.equals(encoded, 0, prefix.length, prefix, 0, prefix.length))
            throw new IllegalStateException("the provider encodes Ed25519 keys in an unknown form");
        return Arrays.copyOfRange(encoded, prefix.length, encoded.length);
    }

    private static byte[] wrapped(byte[] prefix, byte[] raw) throws GeneralSecurityException {
        if (raw.length != KEY_BYTES) throw new GeneralSecurityException("an Ed25519 key has 32 bytes");
        return ByteBuffer.allocate(prefix.length + KEY_BYTES)
                .put(prefix)
                .put(raw)
                .array();
    }
}
