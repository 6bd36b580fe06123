package dev.gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.web.testing.Authority;
import dev.gatehouse.web.testing.Issued;
import dev.gatehouse.web.testing.Wish;
import dev.gatehouse.web.tls.TlsFiles;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A server that speaks TLS by itself, and the certificates of its callers.
class TlsTest {
    private static final Authority ROOT = Authority.root("CN=Root");
    private static final Issued OURS = ROOT.issue(Wish.server());

    @TempDir
    private Path folder;

    private TlsFiles files;

    @BeforeEach
    void write() throws IOException {
        files = new TlsFiles(folder.resolve("chain.pem"), folder.resolve("key.pem"));
        OURS.writeTo(files.certificate(), files.key());
    }

    record Shown(String version, List<String> certificates) {}

    private ServerBuilder plan() {
        return Server.builder()
                .port(0)
                .tls(files)
                .mount(api -> api.get("/shown")
                        .answers(200, Shown.class)
                        .to(call -> Answer.of(new Shown(
                                call.url("/"),
                                call.request().certificates().stream()
                                        .map(one ->
                                                one.getSubjectX500Principal().getName())
                                        .toList()))));
    }

    private static String get(SSLContext caller, int port, HttpClient.Version version) throws Exception {
        try (var client = HttpClient.newBuilder()
                .sslContext(caller)
                .version(version)
                .connectTimeout(Duration.ofSeconds(5))
                .build()) {
            var request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/shown"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            var reply = client.send(request, BodyHandlers.ofString());
            return reply.version() + " " + reply.body();
        }
    }

    private static String get(SSLContext caller, int port) throws Exception {
        return get(caller, port, HttpClient.Version.HTTP_1_1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP_1_1", "HTTP_2"})
    void both_versions_of_http_are_spoken(String version) throws Exception {
        try (var server = plan().start()) {
            var reply = get(Issued.stranger(ROOT), server.port(), HttpClient.Version.valueOf(version));
            assertThat(reply)
                    .startsWith(version + " ")
                    .contains("\"version\":\"https://127.0.0.1:" + server.port() + "/\"", "\"certificates\":[]");
            assertThat(server.url()).hasScheme("https");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP_1_1", "HTTP_2"})
    void who_is_asked_may_show_a_certificate_of_whatever_issuer(String version) throws Exception {
        var http = HttpClient.Version.valueOf(version);
        var below = ROOT.below("CN=Below").issue(Wish.client("CN=alice"));
        var alone = Authority.selfSigned(Wish.client("CN=bob"));
        try (var server = plan().certificatePort(0).start()) {
            int port = server.certificatePort().orElseThrow();
            assertThat(port).isNotEqualTo(server.port());
            assertThat(get(below.caller(ROOT), port, http))
                    .startsWith("HTTP_1_1")
                    .contains("[\"CN=alice\",\"CN=Below\"]");
            assertThat(get(alone.caller(ROOT), port, http)).contains("[\"CN=bob\"]");
            assertThat(get(Issued.stranger(ROOT), port, http)).contains("[]");
        }
    }

    @Test
    void nobody_is_asked_at_the_other_port() throws Exception {
        var alice = ROOT.issue(Wish.client("CN=alice"));
        try (var server = plan().certificatePort(0).start()) {
            assertThat(get(alice.caller(ROOT), server.port())).contains("[]");
        }
    }

    @Test
    void a_renewed_certificate_is_shown_in_the_next_handshake_and_open_connections_go_on() throws Exception {
        try (var server = plan().start();
                var open = socket(server.port())) {
            assertThat(shownBy(open)).isEqualTo(OURS.certificate());
            var next = ROOT.issue(Wish.server().rsa());
            next.writeTo(files.certificate(), files.key());
            try (var other = socket(server.port())) {
                assertThat(shownBy(other)).isEqualTo(next.certificate());
                assertThat(statusOf(other)).contains(" 200 ");
            }
            assertThat(statusOf(open)).contains(" 200 ");
        }
    }

    @Test
    void half_a_renewal_leaves_what_was_there() throws Exception {
        try (var server = plan().start()) {
            var next = ROOT.issue(Wish.server());
            Files.writeString(files.certificate(), next.chainPem());
            try (var caller = socket(server.port())) {
                assertThat(shownBy(caller)).isEqualTo(OURS.certificate());
            }
            Files.writeString(files.key(), next.keyPem());
            try (var caller = socket(server.port())) {
                assertThat(shownBy(caller)).isEqualTo(next.certificate());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256",
                "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA",
                "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256"
            })
    void a_suite_that_fapi_does_not_allow_is_refused(String suite) throws Exception {
        try (var server = plan().start();
                var caller = plainSocket(server.port())) {
            caller.setEnabledProtocols(new String[] {"TLSv1.2"});
            caller.setEnabledCipherSuites(new String[] {suite});
            assertThatThrownBy(caller::startHandshake).isInstanceOf(SSLException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void tls_1_2_and_1_3_are_spoken(String protocol) throws Exception {
        try (var server = plan().start();
                var caller = plainSocket(server.port())) {
            caller.setEnabledProtocols(new String[] {protocol});
            caller.startHandshake();
            assertThat(caller.getSession().getProtocol()).isEqualTo(protocol);
            assertThat(caller.getSession().getCipherSuite()).contains("AES_128_GCM_SHA256");
        }
    }

    @Test
    void files_that_do_not_belong_together_open_no_door() throws IOException {
        Files.writeString(files.key(), ROOT.issue(Wish.server()).keyPem());
        assertThatThrownBy(() -> plan().start())
                .isInstanceOf(CannotListen.class)
                .hasMessageContaining("key.pem is not the key of the first certificate");
    }

    @Test
    void a_port_for_certificates_needs_tls() {
        assertThatThrownBy(() -> Server.builder().port(0).certificatePort(0).start())
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static SSLSocket plainSocket(int port) throws IOException {
        var socket = (SSLSocket) Issued.stranger(ROOT).getSocketFactory().createSocket("localhost", port);
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static SSLSocket socket(int port) throws IOException {
        var socket = plainSocket(port);
        socket.startHandshake();
        return socket;
    }

    private static X509Certificate shownBy(SSLSocket socket) throws SSLException {
        return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    }

    private static String statusOf(SSLSocket socket) throws IOException {
        socket.getOutputStream().write("GET /shown HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes());
        var line = new StringBuilder();
        for (int read = socket.getInputStream().read();
                read >= 0 && read != '\n';
                read = socket.getInputStream().read()) line.append((char) read);
        return line.toString();
    }
}
