package dev.gatehouse.secret;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Encrypts what must be stored but not read: AES-256-GCM under a key derived for one purpose.
///
/// Every sealed text is bound to a context, such as the tenant and the id of its row: moved to another row it
/// does not open. The nonce is random; one key stays safe for some four billion seals, far beyond what is sealed
/// under any of ours.
///
/// A sealed text reads `v1.` and base64url of nonce, ciphertext and tag. A new format gets a new number, and this
/// one remains readable.
///
/// @spec https://nvlpubs.nist.gov/nistpubs/Legacy/SP/nistspecialpublication800-38d.pdf NIST SP 800-38D §8.2.2
public final class Sealing {
    private static final String VERSION_1 = "v1.";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int SHORTEST = NONCE_BYTES + TAG_BITS / Byte.SIZE;

    private final SecretKeySpec key;

    private Sealing(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /// Sealing that this server can open at any time.
    ///
    /// @param purpose as in [MasterKey#derive]
    public static Sealing under(MasterKey master, String purpose) {
        return new Sealing(master.derive(purpose));
    }

    /// Sealing that only someone who presents `material` again can open, such as the token that it was derived
    /// from.
    ///
    /// @param material at least 128 random bits; a password is not that
    public static Sealing under(byte[] material, String purpose) {
        if (material.length < 16) throw new IllegalArgumentException("too little material for a key");
        return new Sealing(MasterKey.derive(material, purpose));
    }

    /// Seals `plain` for `context`: the same input never gives the same text twice.
    public String seal(byte[] plain, String context) {
        var nonce = RandomValues.bytes(NONCE_BYTES);
        try {
            var encrypted = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plain);
            var all = Arrays.copyOf(nonce, NONCE_BYTES + encrypted.length);
            System.arraycopy(encrypted, 0, all, NONCE_BYTES, encrypted.length);
            return VERSION_1 + Base64Url.encode(all);
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("sealing failed", fault);
        }
    }

    /// What was sealed; empty when the key or the context is another one, or the text was altered. Those cannot
    /// be told apart.
    public Optional<byte[]> open(String sealed, String context) {
        if (!sealed.startsWith(VERSION_1)) return Optional.empty();
        return decoded(sealed.substring(VERSION_1.length()))
                .filter(all -> all.length >= SHORTEST)
                .flatMap(all -> decrypted(all, context));
    }

    private Optional<byte[]> decrypted(byte[] all, String context) {
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE_BYTES), context);
            return Optional.of(cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES));
        } catch (AEADBadTagException altered) {
            return Optional.empty();
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("opening failed", fault);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(Utf8.bytes(context));
        return cipher;
    }

    private static Optional<byte[]> decoded(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "Sealing[secret key]";
    }
}
