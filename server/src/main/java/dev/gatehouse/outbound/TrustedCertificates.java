package dev.gatehouse.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/// Whose certificates we believe when we call others: those that the JDK believes, and some of the operator's own.
///
/// @param own besides the JDK's
public record TrustedCertificates(List<X509Certificate> own) {

    public static final TrustedCertificates OF_THE_JDK = new TrustedCertificates(List.of());

    public TrustedCertificates {
        own = List.copyOf(own);
    }

    /// Certificates in PEM, any number in a file.
    ///
    /// @throws IllegalArgumentException when one cannot be read, with the file and the reason
    public static TrustedCertificates read(List<Path> files) {
        var all = new ArrayList<X509Certificate>();
        files.forEach(file -> all.addAll(read(file)));
        return new TrustedCertificates(all);
    }

    private static List<X509Certificate> read(Path file) {
        try (var pem = Files.newInputStream(file)) {
            var certificates = certificates(pem);
            if (certificates.isEmpty()) throw new IllegalArgumentException(file + " holds no certificate");
            return certificates;
        } catch (NoSuchFileException _) {
            throw new IllegalArgumentException(file + " does not exist");
        } catch (IOException _) {
            throw new IllegalArgumentException(file + " cannot be read");
        } catch (CertificateException _) {
            throw new IllegalArgumentException(file + " is not a list of certificates in PEM");
        }
    }

    private static List<X509Certificate> certificates(InputStream pem) throws CertificateException {
        return CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
                .map(X509Certificate.class::cast)
                .toList();
    }

    /// Reads the JDK's list, which takes a moment: only when somebody is called.
    SSLContext context() {
        try {
            if (own.isEmpty()) return SSLContext.getDefault();
            var context = SSLContext.getInstance("TLS");
            context.init(null, believing(together()), null);
            return context;
        } catch (GeneralSecurityException | IOException fault) {
            throw new IllegalStateException("the trusted certificates cannot be put together", fault);
        }
    }

    private KeyStore together() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        var all = new ArrayList<>(own);
        Arrays.stream(believing(null))
                .filter(X509TrustManager.class::isInstance)
                .flatMap(one -> Arrays.stream(((X509TrustManager) one).getAcceptedIssuers()))
                .forEach(all::add);
        for (var certificate : all) store.setCertificateEntry("trusted-" + store.size(), certificate);
        return store;
    }

    /// @param store null for the JDK's own
    private static TrustManager[] believing(KeyStore store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
