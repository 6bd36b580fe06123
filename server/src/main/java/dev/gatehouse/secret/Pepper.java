package dev.gatehouse.secret;

import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The key that every password is mixed with before it is hashed, and that no database holds: whoever steals the
/// table alone cannot even begin to guess.
///
/// @param id names the key in a stored hash, so that another can take its place later; derived apart, it tells
///     nothing of it
record Pepper(String id, SecretKeySpec key) {
    private static final int ID_BYTES = 6;

    static Pepper of(MasterKey master) {
        var id = Arrays.copyOf(master.derive("password pepper id"), ID_BYTES);
        return new Pepper(
                Base64.getEncoder().withoutPadding().encodeToString(id),
                new SecretKeySpec(master.derive("password pepper"), "HmacSHA256"));
    }

    /// The password, all of it, as 32 bytes. In NFC first: the same letters typed on another keyboard may arrive
    /// as other code points.
    byte[] mixedInto(String password) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(plain(password));
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("every JDK has HmacSHA256", fault);
        }
    }

    /// The password as a hash without a pepper takes it.
    static byte[] plain(String password) {
        return Utf8.bytes(Normalizer.normalize(password, Normalizer.Form.NFC));
    }

    @Override
    public String toString() {
        return "Pepper[" + id + "]";
    }
}
