package dev.gatehouse.web.tls;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// What a server shows to its callers, and the key that proves it.
public record ServerIdentity(List<X509Certificate> chain, PrivateKey key) {

    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    public ServerIdentity {
        chain = List.copyOf(chain);
    }

    /// @throws UnusableFile when a file cannot be read, or the two do not belong together
    public static ServerIdentity read(TlsFiles files) {
        var chain = CertificateFile.read(files.certificate());
        var key = KeyFile.read(files.key());
        var own = chain.getFirst();
        if (!belong(key, own))
            throw new UnusableFile(
                    files.key(),
                    "is not the key of the first certificate in " + files.certificate(),
                    "Name the two that were made together; the server's own certificate comes first.");
        for (int i = 1; i < chain.size(); i++) {
            var below = chain.get(i - 1);
            if (!below.getIssuerX500Principal().equals(chain.get(i).getSubjectX500Principal()))
                throw new UnusableFile(
                        files.certificate(),
                        "has certificate number " + (i + 1) + ", which did not issue the one before it",
                        "Put them in order: the server's own, its issuer, the issuer's issuer.");
        }
        return new ServerIdentity(chain, key);
    }

    public X509Certificate certificate() {
        return chain.getFirst();
    }

    public Instant goodFrom() {
        return certificate().getNotBefore().toInstant();
    }

    public Instant goodUntil() {
        return certificate().getNotAfter().toInstant();
    }

    /// Whether callers who come to that host will accept it. Only alternative names count: nobody looks at the
    /// common name any more.
    ///
    /// @param host a name, or an address as URLs write it
    /// @spec https://www.rfc-editor.org/rfc/rfc9525#section-6.3 RFC 9525 §6.3
    public boolean isFor(String host) {
        var wanted = host.toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
        return names().stream().anyMatch(name -> switch ((Integer) name.get(0)) {
            case DNS_NAME -> covers(((String) name.get(1)).toLowerCase(Locale.ROOT), wanted);
            case IP_ADDRESS -> SameAddress.of((String) name.get(1), wanted);
            default -> false;
        });
    }

    private Collection<List<?>> names() {
        try {
            var names = certificate().getSubjectAlternativeNames();
            return names == null ? List.of() : names;
        } catch (CertificateParsingException _) {
            return List.of();
        }
    }

    /// A star stands for one label, the first.
    private static boolean covers(String name, String host) {
        if (!name.startsWith("*.")) return name.equals(host);
        int dot = host.indexOf('.');
        return dot > 0 && name.substring(1).equals(host.substring(dot));
    }

    private static boolean belong(PrivateKey key, X509Certificate certificate) {
        try {
            var algorithm = switch (key.getAlgorithm()) {
                case "RSA" -> "SHA256withRSA";
                case "EC" -> "SHA256withECDSA";
                default -> "EdDSA";
            };
            var probe = new byte[32];
            new SecureRandom().nextBytes(probe);
            var signer = Signature.getInstance(algorithm);
            signer.initSign(key);
            signer.update(probe);
            var verifier = Signature.getInstance(algorithm);
            verifier.initVerify(certificate.getPublicKey());
            verifier.update(probe);
            return verifier.verify(signer.sign());
        } catch (GeneralSecurityException _) {
            return false;
        }
    }
}
