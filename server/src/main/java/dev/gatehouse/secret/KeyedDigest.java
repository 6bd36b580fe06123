package dev.gatehouse.secret;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A digest that only this server can compute (HMAC-SHA256): names for things that tell nothing of the things.
public final class KeyedDigest {
    private final SecretKeySpec key;

    private KeyedDigest(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /// @param purpose as in [MasterKey#derive]
    public static KeyedDigest under(MasterKey master, String purpose) {
        return new KeyedDigest(master.derive(purpose));
    }

    /// The digest of several texts, as base64url: 43 characters. Every text goes in with its length before it, so that
    /// no two rows of texts spell the same bytes.
    public String of(String... texts) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            for (var text : texts) {
                var bytes = Utf8.bytes(text);
                mac.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
                mac.update(bytes);
            }
            return Base64Url.encode(mac.doFinal());
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("every JDK has HmacSHA256", fault);
        }
    }

    @Override
    public String toString() {
        return "KeyedDigest[secret key]";
    }
}
