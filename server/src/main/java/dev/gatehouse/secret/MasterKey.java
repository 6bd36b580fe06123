package dev.gatehouse.secret;

import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/// The secret of the settings (`JWT_SECRET_KEY`), and the root of every other key of this server.
///
/// Nothing but an HMAC signature uses it as it is. Everything else takes a key derived for one purpose, so that
/// what leaks from one use says nothing about another, and a database without this key is of no use.
///
/// @spec https://www.rfc-editor.org/rfc/rfc5869 RFC 5869
public final class MasterKey {
    private static final int DERIVED_BYTES = 32;

    private final byte[] secret;

    private MasterKey(byte[] secret) {
        this.secret = secret;
    }

    /// The key written in the settings, its characters taken as UTF-8: the same bytes that any other program
    /// which knows the text would use. Its length is judged where it is used.
    public static MasterKey of(String secret) {
        if (secret.isEmpty()) throw new IllegalArgumentException("a master key is not empty");
        return new MasterKey(Utf8.bytes(secret));
    }

    /// A key of 256 bits for one purpose, the same at every start.
    ///
    /// @param purpose names the use, such as `password pepper`; it must never change afterwards
    public byte[] derive(String purpose) {
        return derive(secret, purpose);
    }

    /// The secret itself, for signing with HS256, HS384 or HS512 and for nothing else.
    public byte[] forHmacSigning() {
        return secret.clone();
    }

    static byte[] derive(byte[] material, String purpose) {
        try {
            var expansion = HKDFParameterSpec.ofExtract()
                    .addIKM(material)
                    .thenExpand(Utf8.bytes("gatehouse " + purpose), DERIVED_BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveData(expansion);
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("every JDK since 25 has HKDF-SHA256", fault);
        }
    }

    @Override
    public String toString() {
        return "MasterKey[secret]";
    }
}
