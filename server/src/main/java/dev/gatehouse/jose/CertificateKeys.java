package dev.gatehouse.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;

/// Whether a JSON Web Key is that of a certificate.
///
/// @spec https://www.rfc-editor.org/rfc/rfc8705#section-2.2.2 RFC 8705 §2.2.2
final class CertificateKeys {

    private CertificateKeys() {}

    /// A key with a certificate (`x5c`) means that one and no other of the same key.
    static boolean isOf(JWK jwk, X509Certificate certificate) {
        if (KeyUse.ENCRYPTION.equals(jwk.getKeyUse())) return false;
        try {
            if (jwk.getX509CertChain() != null)
                return Arrays.equals(jwk.getX509CertChain().getFirst().decode(), certificate.getEncoded());
            return publicKey(jwk)
                    .filter(key -> Arrays.equals(
                            key.getEncoded(), certificate.getPublicKey().getEncoded()))
                    .isPresent();
        } catch (GeneralSecurityException | JOSEException _) {
            return false;
        }
    }

    private static Optional<PublicKey> publicKey(JWK jwk) throws GeneralSecurityException, JOSEException {
        return switch (jwk) {
            case OctetKeyPair pair -> Optional.of(Ed25519Keys.publicKey(pair));
            case AsymmetricJWK pair -> Optional.of(pair.toPublicKey());
            default -> Optional.empty();
        };
    }
}
