package dev.gatehouse.outbound;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.outbound.OutboundAnswer.Answered;
import dev.gatehouse.outbound.OutboundAnswer.Failed;
import dev.gatehouse.outbound.OutboundAnswer.Refused;
import dev.gatehouse.testing.CertifiedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// We call somebody who may be slow, wordy, hostile, or somebody else.
class OutboundTest {

    private static final int MOST = 100;
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final HttpServer other = HttpServer.create(new InetSocketAddress(HERE, 0), 0);
    private final Outbound outbound = new Outbound(PrivateAddresses.ALLOWED, TrustedCertificates.OF_THE_JDK);

    @TempDir
    private Path folder;

    OutboundTest() throws IOException {
        other.createContext("/hello", exchange -> {
            var said = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Accept") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            exchange.getResponseHeaders().add("Cache-Control", "max-age=7");
            exchange.sendResponseHeaders(200, 0); // in chunks
            exchange.getResponseBody().write(said.getBytes(UTF_8));
            exchange.close();
        });
        other.createContext("/elsewhere", exchange -> {
            exchange.getResponseHeaders().add("Location", "/hello");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        other.createContext("/long", exchange -> {
            exchange.sendResponseHeaders(200, exchange.getRequestURI().getQuery() == null ? 0 : MOST + 1);
            exchange.getResponseBody().write(new byte[MOST + 1]);
            exchange.close();
        });
        other.start();
    }

    @AfterEach
    void close() {
        other.stop(0);
    }

    @Test
    void it_gets_what_the_other_says() {
        var answer = (Answered) get("/hello?who=we");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("cache-control")).contains("max-age=7");
        assertThat(new String(answer.body(), UTF_8)).isEqualTo("GET /hello?who=we application/json ");
    }

    @Test
    void it_posts() {
        var answer = (Answered) outbound.post(url("/hello"), "text/plain", "hi".getBytes(UTF_8), MOST);
        assertThat(new String(answer.body(), UTF_8)).isEqualTo("POST /hello */* hi");
    }

    @Test
    void a_redirect_is_an_answer_and_not_followed() {
        assertThat(((Answered) get("/elsewhere")).status()).isEqualTo(302);
    }

    @Test
    void what_is_too_long_is_not_read() {
        assertThat(get("/long"))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.why()).contains("longer than 100 bytes"));
        assertThat(get("/long?declared")).isInstanceOf(Failed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SSH-2.0-OpenSSH\r\n",
                "HTTP/1.1 200 OK\r\n",
                "HTTP/1.1 200 OK\r\n folded: x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort",
                "HTTP/1.1 200 OK\r\nContent-Length: 2, 2\r\n\r\nhi",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhelloX\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFF\r\n"
            })
    void nonsense_is_a_failure_and_no_exception(String said) throws IOException {
        assertThat(askWhoSays(said, outbound)).isInstanceOf(Failed.class);
    }

    @Test
    void headers_without_end_are_a_failure() throws IOException {
        assertThat(askWhoSays("HTTP/1.1 200 OK\r\n" + "a: b\r\n".repeat(5_000), outbound))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.why()).contains("headers are too long"));
    }

    @Test
    void what_comes_before_the_answer_is_passed_over() throws IOException {
        assertThat(askWhoSays("HTTP/1.1 103 Early\r\nLink: x\r\n\r\nHTTP/1.1 204 None\r\n\r\n", outbound))
                .isInstanceOfSatisfying(
                        Answered.class, answer -> assertThat(answer.status()).isEqualTo(204));
    }

    @Test
    void who_never_answers_is_given_up() throws IOException {
        try (var silent = new ServerSocket(0, 5, HERE)) {
            var impatient = impatient(meaning(HERE));
            assertThat(impatient.get(URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/"), "*/*", MOST))
                    .isInstanceOf(Failed.class);
        }
    }

    @Test
    void a_name_that_nobody_looks_up_in_time_is_given_up() {
        var isGivenUp = new CountDownLatch(1);
        var impatient = impatient(_ -> {
            try {
                isGivenUp.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return List.of(HERE);
        });
        assertThat(impatient.get(url("/hello"), "*/*", MOST)).isInstanceOf(Failed.class);
        isGivenUp.countDown();
    }

    @Test
    void nobody_at_home_is_a_failure() {
        var nowhere = url("/hello");
        other.stop(0);
        assertThat(outbound.get(nowhere, "*/*", MOST)).isInstanceOf(Failed.class);
        assertThat(outbound.get(URI.create("https://nowhere.invalid/"), "*/*", MOST))
                .isInstanceOf(Failed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/",
                "https://127.0.0.1/",
                "https://localhost/",
                "https://[::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://10.0.0.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://2130706433/",
                "http://example.com/",
                "ftp://example.com/",
                "https://alice@example.com/",
                "https://example.com/#fragment",
                "file:///etc/passwd",
                "nonsense"
            })
    void private_addresses_and_other_schemes_are_not_called(String address) {
        var strict = new Outbound(PrivateAddresses.REFUSED, TrustedCertificates.OF_THE_JDK);
        assertThat(strict.get(URI.create(address), "*/*", MOST)).isInstanceOf(Refused.class);
    }

    @Test
    void a_name_of_which_one_address_is_private_is_not_called() {
        var strict = new Outbound(
                PrivateAddresses.REFUSED,
                TrustedCertificates.OF_THE_JDK,
                _ -> List.of(InetAddress.ofLiteral("1.1.1.1"), InetAddress.ofLiteral("10.0.0.1")),
                Duration.ofSeconds(1));
        assertThat(strict.get(URI.create("https://example.com/"), "*/*", MOST)).isInstanceOf(Refused.class);
    }

    @Test
    void http_stays_on_this_machine_even_if_its_name_lies() {
        var lied = new Outbound(
                PrivateAddresses.ALLOWED,
                TrustedCertificates.OF_THE_JDK,
                _ -> List.of(InetAddress.ofLiteral("10.0.0.1")),
                Duration.ofSeconds(1));
        assertThat(lied.get(URI.create("http://localhost/"), "*/*", MOST)).isInstanceOf(Refused.class);
    }

    @Test
    void a_name_is_looked_up_once_and_the_address_that_was_judged_is_the_one_called() {
        var looked = new ArrayList<String>();
        var counting = new Outbound(
                PrivateAddresses.ALLOWED,
                TrustedCertificates.OF_THE_JDK,
                host -> {
                    looked.add(host);
                    return List.of(HERE);
                },
                Duration.ofSeconds(5));
        var elsewhere = URI.create("http://localhost:" + other.getAddress().getPort() + "/hello");
        assertThat(counting.get(elsewhere, "*/*", MOST)).isInstanceOf(Answered.class);
        assertThat(looked).containsExactly("localhost");
    }

    @Test
    void a_certificate_counts_if_it_is_trusted_and_for_the_name_that_was_asked() {
        try (var certified = CertifiedServer.of("app.example.test", folder)) {
            certified.says("/", "hello");
            var trusting = new Outbound(
                    PrivateAddresses.ALLOWED,
                    TrustedCertificates.read(List.of(certified.certificate())),
                    meaning(HERE),
                    Duration.ofSeconds(10));
            assertThat(trusting.get(certified.url("app.example.test", "/"), "*/*", MOST))
                    .isInstanceOfSatisfying(
                            Answered.class,
                            answer -> assertThat(answer.body()).asString(UTF_8).isEqualTo("hello"));
            assertThat(trusting.get(certified.url("other.example.test", "/"), "*/*", MOST))
                    .isInstanceOf(Failed.class);
            var strange = new Outbound(
                    PrivateAddresses.ALLOWED, TrustedCertificates.OF_THE_JDK, meaning(HERE), Duration.ofSeconds(10));
            assertThat(strange.get(certified.url("app.example.test", "/"), "*/*", MOST))
                    .isInstanceOf(Failed.class);
        }
    }

    private static Function<String, List<InetAddress>> meaning(InetAddress address) {
        return _ -> List.of(address);
    }

    private static Outbound impatient(Function<String, List<InetAddress>> lookup) {
        return new Outbound(PrivateAddresses.ALLOWED, TrustedCertificates.OF_THE_JDK, lookup, Duration.ofMillis(200));
    }

    /// Somebody who hears the request and says something fixed.
    private static OutboundAnswer askWhoSays(String said, Outbound outbound) throws IOException {
        try (var server = new ServerSocket(0, 5, HERE)) {
            Thread.ofVirtual().start(() -> {
                try (var socket = server.accept()) {
                    socket.getInputStream().read(new byte[4_000]);
                    socket.getOutputStream().write(said.getBytes(US_ASCII));
                } catch (IOException _) {
                    // The test sees that nothing came.
                }
            });
            return outbound.get(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/"), "*/*", MOST);
        }
    }

    private OutboundAnswer get(String path) {
        return outbound.get(url(path), "application/json", MOST);
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + other.getAddress().getPort() + path);
    }
}
