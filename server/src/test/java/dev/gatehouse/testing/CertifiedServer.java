package dev.gatehouse.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A web server of somebody else on this machine, with a certificate that it signed itself.
public final class CertifiedServer implements AutoCloseable {

    private static final String PASSWORD = "a password for tests";

    private final HttpsServer server;
    private final Path certificate;

    private CertifiedServer(HttpsServer server, Path certificate) {
        this.server = server;
        this.certificate = certificate;
    }

    /// @param name that the certificate is for
    /// @param folder where the certificate is left, in PEM
    public static CertifiedServer of(String name, Path folder) {
        try {
            var keys = keys(name, folder.resolve(name + ".p12"));
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(context));
            server.start();
            var pem = "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder()
                            .encodeToString(keys.getCertificate("own").getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
            return new CertifiedServer(server, Files.writeString(folder.resolve(name + ".pem"), pem));
        } catch (IOException | GeneralSecurityException fault) {
            throw new AssertionError(fault);
        }
    }

    /// What it says from now on to whoever asks for this path.
    public void says(String path, String text) {
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(text.getBytes(UTF_8));
            exchange.close();
        });
    }

    public URI url(String name, String path) {
        return URI.create("https://" + name + ":" + server.getAddress().getPort() + path);
    }

    /// In PEM.
    public Path certificate() {
        return certificate;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static KeyStore keys(String name, Path file) throws IOException, GeneralSecurityException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var making = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "own",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=dns:" + name,
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        try {
            if (!making.waitFor(60, TimeUnit.SECONDS) || making.exitValue() != 0)
                throw new AssertionError(new String(making.getInputStream().readAllBytes(), UTF_8));
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return keys;
    }
}
