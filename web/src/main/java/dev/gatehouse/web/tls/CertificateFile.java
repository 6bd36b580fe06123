package dev.gatehouse.web.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/// Certificates in a PEM file, as `fullchain.pem` or the list of issuers that somebody trusts.
public final class CertificateFile {

    private CertificateFile() {}

    /// @return in the order of the file; one at least
    /// @throws UnusableFile with what is wrong
    public static List<X509Certificate> read(Path file) {
        var certificates = new ArrayList<X509Certificate>();
        try {
            for (var block : Pem.blocks(text(file))) {
                if (block.label().endsWith("CERTIFICATE")) certificates.add(parse(block.der()));
            }
        } catch (IllegalArgumentException | CertificateException _) {
            throw new UnusableFile(
                    file,
                    "holds a certificate that cannot be read, number " + (certificates.size() + 1),
                    "Write it anew, as PEM.");
        }
        if (certificates.isEmpty())
            throw new UnusableFile(
                    file, "has no certificate in it", "Name a PEM file, which begins -----BEGIN CERTIFICATE.");
        return List.copyOf(certificates);
    }

    static X509Certificate parse(byte[] der) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    /// PEM is ASCII; what else stands in the file is passed over.
    static String text(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (NoSuchFileException _) {
            throw new UnusableFile(file, "does not exist", "Check the path.");
        } catch (IOException fault) {
            throw new UnusableFile(file, "cannot be read", "Let the user of this server read it.");
        }
    }
}
