package dev.gatehouse.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// The Chromium of this machine, driven by its own protocol over the JDK's web socket: no driver in between.
///
/// @see <a href="https://chromedevtools.github.io/devtools-protocol/">Chrome DevTools Protocol</a>
public final class Chromium implements AutoCloseable {

    private static final String LISTENING = "DevTools listening on ";
    private static final int SECONDS = 30;

    private final Process process;
    private final Path profile;
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> awaited = new ConcurrentHashMap<>();

    /// Where it is installed, if it is.
    public static Optional<Path> program() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(name -> Path.of("/usr/bin", name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public static boolean isInstalled() {
        return program().isPresent();
    }

    public Chromium() {
        try {
            profile = Files.createTempDirectory("chromium");
            process = new ProcessBuilder(
                            program().orElseThrow().toString(),
                            "--headless=new",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--no-first-run",
                            "--hide-scrollbars",
                            "--remote-debugging-port=0",
                            "--user-data-dir=" + profile,
                            "about:blank")
                    .redirectErrorStream(true)
                    .start();
            socket = http.newWebSocketBuilder()
                    .buildAsync(address(), new Listener())
                    .get(SECONDS, TimeUnit.SECONDS);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (Exception fault) {
            throw new AssertionError("Chromium does not answer", fault);
        }
    }

    /// A tab of a browser that knows nobody: cookies and storage are its own.
    public Tab tab() {
        var context = command("", "Target.createBrowserContext", Map.of())
                .path("browserContextId")
                .asText();
        return tabOf(context);
    }

    Tab tabOf(String context) {
        var target = command("", "Target.createTarget", Map.of("url", "about:blank", "browserContextId", context))
                .path("targetId")
                .asText();
        var session = command("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .asText();
        return new Tab(this, context, session);
    }

    JsonNode command(String session, String method, Map<String, ?> parameters) {
        int number = numbers.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        awaited.put(number, answer);
        var message = session.isEmpty()
                ? Json.object("id", number, "method", method, "params", parameters)
                : Json.object("id", number, "method", method, "params", parameters, "sessionId", session);
        try {
            socket.sendText(message, true).get(SECONDS, TimeUnit.SECONDS);
            var reply = answer.get(SECONDS, TimeUnit.SECONDS);
            if (reply.has("error")) throw new AssertionError(method + ": " + reply.path("error"));
            return reply.path("result");
        } catch (Exception fault) {
            throw new AssertionError(method, fault);
        }
    }

    private URI address() throws IOException {
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine())
            if (line.startsWith(LISTENING)) {
                Thread.ofVirtual().start(() -> lines.lines().forEach(_ -> {}));
                return URI.create(line.substring(LISTENING.length()).strip());
            }
        throw new AssertionError("Chromium ended before it listened");
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                var message = Json.read(text.toString());
                text.setLength(0);
                var waiting = awaited.remove(message.path("id").asInt(-1));
                if (waiting != null) waiting.complete(message);
            }
            from.request(1);
            return null;
        }
    }

    static byte[] decoded(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asText());
    }

    @Override
    public void close() {
        socket.abort();
        http.close();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
            try (var files = Files.walk(profile)) {
                for (var file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
            }
        } catch (IOException _) {
            // What a dying browser still writes is in a temporary folder.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
