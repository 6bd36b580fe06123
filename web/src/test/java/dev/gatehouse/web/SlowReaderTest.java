package dev.gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.web.testing.Authority;
import dev.gatehouse.web.testing.Issued;
import dev.gatehouse.web.testing.Wish;
import dev.gatehouse.web.tls.TlsFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Answers that do not fit into what the network takes at once, and callers who take nothing of them.
class SlowReaderTest {

    /// More than the buffers of both sides hold together.
    private static final String LONG = "0123456789abcdef".repeat(1 << 20);

    private static final String LONG_TEXT = request("/long");
    private static final String STREAM = request("/stream");
    private static final Duration PATIENCE = Duration.ofMillis(200);

    /// Far longer than patience lasts, and than a busy machine is late.
    private static final Duration GRACE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final CompletableFuture<String> ending = new CompletableFuture<>();

    private static String request(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    }

    private ServerBuilder plan() {
        return Server.builder().port(0).mount(api -> {
            api.get("/long")
                    .answers(200, None.class)
                    .answersAs("text/plain")
                    .to(_ -> Answer.<None>written("text/plain", LONG));
            api.get("/stream")
                    .answers(200, None.class)
                    .answersAs("text/plain")
                    .to(_ -> Answer.<None>streamed("text/plain", this::tell));
        });
    }

    private void tell(Outlet outlet) {
        try {
            while (true) outlet.write("on and on and on\n".repeat(1_000));
        } catch (ConnectionLost lost) {
            ending.complete("nobody listens");
            throw lost;
        }
    }

    @Test
    void a_long_answer_arrives_whole() {
        try (var server = plan().start()) {
            var answer = Wire.tell(server, LONG_TEXT);
            assertThat(answer.substring(0, answer.indexOf("\r\n\r\n")))
                    .containsIgnoringCase("Content-Length: " + LONG.length())
                    .doesNotContainIgnoringCase("chunked");
            var body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
            assertThat(body.length()).isEqualTo(LONG.length());
            assertThat(body.equals(LONG)).isTrue();
        }
    }

    @Test
    void whoever_takes_nothing_of_a_long_answer_is_cut_off() {
        try (var server = plan().patience(PATIENCE).start();
                var wire = new Wire(server)) {
            wire.send(LONG_TEXT);
            assertThat(wire.readLine()).isEqualTo("HTTP/1.1 200 OK");
            assertThat(server.stop(GRACE)).isTrue();
            assertThat(wire.readAll().length()).isLessThan(LONG.length());
        }
    }

    @Test
    void whoever_takes_nothing_of_a_stream_is_cut_off() throws Exception {
        try (var server = plan().patience(PATIENCE).start();
                var wire = new Wire(server)) {
            wire.send(STREAM);
            assertThat(wire.readLine()).isEqualTo("HTTP/1.1 200 OK");
            assertThat(ending.get()).isEqualTo("nobody listens");
            assertThat(server.stop(GRACE)).isTrue();
        }
    }

    /// Short answers heap up too.
    @Test
    void whoever_asks_and_asks_and_takes_nothing_is_cut_off() throws Exception {
        var many = "GET /openapi.json HTTP/1.1\r\nHost: x\r\n\r\n".repeat(1_000).getBytes(StandardCharsets.US_ASCII);
        try (var server = plan().patience(PATIENCE).start();
                var socket = new Socket("127.0.0.1", server.port())) {
            assertThat(isCutOff(socket, many)).isTrue();
        }
    }

    /// Until the server closes. It waits for us only as long as it has patience.
    private static boolean isCutOff(Socket socket, byte[] requests) {
        try {
            while (true) socket.getOutputStream().write(requests);
        } catch (IOException cutOff) {
            return true;
        }
    }

    @Test
    void so_it_is_by_tls() throws Exception {
        var root = Authority.root("CN=Root");
        var files = new TlsFiles(folder.resolve("chain.pem"), folder.resolve("key.pem"));
        root.issue(Wish.server()).writeTo(files.certificate(), files.key());
        try (var server = plan().tls(files).patience(PATIENCE).start();
                var socket = Issued.stranger(root).getSocketFactory().createSocket("localhost", server.port())) {
            socket.getOutputStream().write(STREAM.getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            assertThat(ending.get()).isEqualTo("nobody listens");
            assertThat(server.stop(GRACE)).isTrue();
        }
    }

    /// There a caller says how much he will take; whoever says "anything" and reads nothing leaves it to the
    /// network.
    @Test
    void so_it_is_by_http_2() throws Exception {
        try (var server = plan().patience(PATIENCE).start();
                var socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write(greedyStreamOfHttp2());
            assertThat(socket.getInputStream().read()).isNotNegative();
            assertThat(ending.get()).isEqualTo("nobody listens");
            assertThat(server.stop(GRACE)).isTrue();
        }
    }

    /// RFC 9113: the preface, SETTINGS with the largest window, a WINDOW_UPDATE of the connection, HEADERS.
    private static byte[] greedyStreamOfHttp2() throws IOException {
        var out = new ByteArrayOutputStream();
        out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        var window = ByteBuffer.allocate(6).putShort((short) 4).putInt(Integer.MAX_VALUE);
        out.write(frame(4, 0, 0, window.array()));
        out.write(frame(
                8,
                0,
                0,
                ByteBuffer.allocate(4).putInt(Integer.MAX_VALUE - 65_535).array()));
        var headers = new ByteArrayOutputStream();
        // GET, http, and by name: the path and the authority.
        headers.write(new byte[] {(byte) 0x82, (byte) 0x86, 4, 7});
        headers.write("/stream".getBytes(StandardCharsets.US_ASCII));
        headers.write(new byte[] {1, 1, 'x'});
        out.write(frame(1, 5, 1, headers.toByteArray()));
        return out.toByteArray();
    }

    private static byte[] frame(int type, int flags, int stream, byte[] content) {
        return ByteBuffer.allocate(9 + content.length)
                .put((byte) 0)
                .putShort((short) content.length)
                .put((byte) type)
                .put((byte) flags)
                .putInt(stream)
                .put(content)
                .array();
    }
}
