package dev.gatehouse.secret;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// HMAC-SHA-256 under a key of this server: for what must be found again by a value that is too short to be kept as
/// a plain digest. Whoever has the table alone cannot try all values out.
public final class KeyedDigest {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private KeyedDigest(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /// @param purpose as in [MasterKey#derive]
    public static KeyedDigest under(MasterKey master, String purpose) {
        return new KeyedDigest(master.derive(purpose));
    }

    /// The digest of `text` in UTF-8, as base64url: 43 characters.
    public String of(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64Url.encode(mac.doFinal(Utf8.bytes(text)));
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("every JDK has HmacSHA256", fault);
        }
    }

    @Override
    public String toString() {
        return "KeyedDigest[secret]";
    }
}
