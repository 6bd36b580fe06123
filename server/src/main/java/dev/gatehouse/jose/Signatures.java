package dev.gatehouse.jose;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import javax.crypto.Mac;

/// Makes and checks the bytes of a signature, by whichever provider is in charge.
///
/// EdDSA goes this way too: nimbus would need another library for it.
final class Signatures {
    private Signatures() {}

    static byte[] sign(JwtAlgorithm algorithm, Key key, byte[] input) {
        try {
            if (algorithm.isSymmetric()) return mac(algorithm, key, input);
            var signature = signature(algorithm);
            signature.initSign((PrivateKey) key);
            signature.update(input);
            return signature.sign();
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("signing with " + algorithm + " failed", fault);
        }
    }

    /// False for a wrong signature and for one that is no signature at all.
    static boolean verify(JwtAlgorithm algorithm, Key key, byte[] input, byte[] presented) {
        try {
            if (algorithm.isSymmetric()) return MessageDigest.isEqual(mac(algorithm, key, input), presented);
            var signature = signature(algorithm);
            signature.initVerify((PublicKey) key);
            signature.update(input);
            return signature.verify(presented);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private static byte[] mac(JwtAlgorithm algorithm, Key key, byte[] input) throws GeneralSecurityException {
        var mac = Mac.getInstance(algorithm.jcaName());
        mac.init(key);
        return mac.doFinal(input);
    }

    private static Signature signature(JwtAlgorithm algorithm) throws GeneralSecurityException {
        var signature = Signature.getInstance(algorithm.jcaName());
        if (algorithm.family() == JwtAlgorithm.Family.RSA_PSS) signature.setParameter(pss(algorithm));
        return signature;
    }

    /// The salt is as long as the hash.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc7518#section-3.5 RFC 7518 §3.5
    private static PSSParameterSpec pss(JwtAlgorithm algorithm) {
        return new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, algorithm.hashBytes(), 1);
    }
}
