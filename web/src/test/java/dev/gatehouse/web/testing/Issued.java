package dev.gatehouse.web.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A certificate, those above it but the root, and the key.
public record Issued(List<X509Certificate> chain, KeyPair keys) {
    private static final char[] NONE = {};

    public Issued {
        chain = List.copyOf(chain);
    }

    public X509Certificate certificate() {
        return chain.getFirst();
    }

    public String chainPem() {
        return chain.stream().map(Issued::pem).collect(Collectors.joining());
    }

    public String keyPem() {
        return pem("PRIVATE KEY", keys.getPrivate().getEncoded());
    }

    public static String pem(X509Certificate certificate) {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException fault) {
            throw new AssertionError(fault);
        }
    }

    public static String pem(String label, byte[] der) {
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    /// Puts both where a server looks for them.
    public void writeTo(Path chainFile, Path keyFile) throws IOException {
        Files.writeString(keyFile, keyPem());
        Files.writeString(chainFile, chainPem());
    }

    /// Somebody who shows this, and trusts that authority.
    public SSLContext caller(Authority trusted) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            load(store);
            store.setKeyEntry("own", keys.getPrivate(), NONE, chain.toArray(X509Certificate[]::new));
            var managers = KeyManagerFactory.getInstance("NewSunX509");
            managers.init(store, NONE);
            return context(managers.getKeyManagers(), trusted);
        } catch (GeneralSecurityException fault) {
            throw new AssertionError(fault);
        }
    }

    /// Somebody who shows nothing.
    public static SSLContext stranger(Authority trusted) {
        try {
            return context(null, trusted);
        } catch (GeneralSecurityException fault) {
            throw new AssertionError(fault);
        }
    }

    private static SSLContext context(javax.net.ssl.KeyManager[] own, Authority trusted)
            throws GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        load(store);
        store.setCertificateEntry("root", trusted.certificate());
        var trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(own, trust.getTrustManagers(), null);
        return context;
    }

    private static void load(KeyStore store) throws GeneralSecurityException {
        try {
            store.load(null, null);
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
    }
}
