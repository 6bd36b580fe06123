package dev.gatehouse.token;

import dev.gatehouse.secret.Digest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/// By what a token names the certificate that it is bound to: `x5t#S256`.
///
/// @spec https://www.rfc-editor.org/rfc/rfc8705#section-3.1 RFC 8705 §3.1
public final class CertificateDigest {

    private CertificateDigest() {}

    /// @param shown of whom the caller has proved to hold the key, his own first
    /// @return the digest of his own; empty when none was shown
    public static Optional<String> of(List<X509Certificate> shown) {
        return shown.stream().findFirst().map(CertificateDigest::of);
    }

    private static String of(X509Certificate certificate) {
        try {
            return Digest.of(certificate.getEncoded());
        } catch (CertificateEncodingException fault) {
            throw new IllegalStateException("a certificate that was read cannot be written", fault);
        }
    }
}
