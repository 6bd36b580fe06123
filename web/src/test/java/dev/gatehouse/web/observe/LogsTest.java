package dev.gatehouse.web.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

/// No event can pass for another, whatever text is in it.
class LogsTest {
    private static final String EVIL = "a\n2026-01-01 INFO forged\r\u001b[31m\u2028\u202e\"\\x";

    private static LogRecord record(String message, Object... parameters) {
        var record = new LogRecord(Level.WARNING, message);
        record.setLoggerName("dev.gatehouse.sample.Room");
        record.setParameters(parameters);
        return record;
    }

    @Test
    void a_text_line_is_one_line() {
        var line = new TextLine().line(record("said {0}", EVIL));
        assertThat(line).matches("[0-9-]{10} [0-9:.]{12} WARN  Room said [^\\p{Cntrl}\\u2028\\u202e]*\n");
        assertThat(line).contains("a\\n2026").contains("\\r").contains("\\u001b[31m");
    }

    @Test
    void a_json_line_is_one_object() throws IOException {
        var line = new JsonLine().line(record("said {0}", EVIL));
        assertThat(line.strip()).doesNotContain("\n", "\u2028");
        var json = new ObjectMapper().readTree(line);
        assertThat(json.path("message").asText()).isEqualTo("said " + EVIL);
        assertThat(json.path("level").asText()).isEqualTo("WARN");
        assertThat(json.path("logger").asText()).isEqualTo("dev.gatehouse.sample.Room");
    }

    @Test
    void a_fault_brings_its_trace_set_in_so_that_none_of_it_passes_for_an_event() throws IOException {
        var record = record("failed");
        record.setThrown(new IllegalStateException("first\nsecond", new IOException("cause")));
        var lines = new TextLine().line(record).lines().toList();
        assertThat(lines).hasSizeGreaterThan(5);
        assertThat(lines.subList(1, lines.size())).allMatch(line -> line.startsWith("    "));
        assertThat(new ObjectMapper()
                        .readTree(new JsonLine().line(record))
                        .path("exception")
                        .asText())
                .contains("Caused by: java.io.IOException: cause");
    }

    @Test
    void every_line_of_a_request_names_it() throws IOException {
        var text = ScopedValue.where(RequestId.CURRENT, "r1").call(() -> new TextLine().line(record("x")));
        assertThat(text).endsWith(" request=r1\n");
        var json = ScopedValue.where(RequestId.CURRENT, "r1").call(() -> new JsonLine().line(record("x")));
        assertThat(new ObjectMapper().readTree(json).path("request_id").asText())
                .isEqualTo("r1");
    }

    @Test
    void an_event_is_a_sentence_for_people_and_members_for_machines() throws IOException {
        var members = new LinkedHashMap<String, Object>();
        members.put("status", 200);
        members.put("route", "/v1/me");
        var event = new Event("GET /v1/me 200", () -> members);
        assertThat(new TextLine().line(record("{0}", event))).contains("Room GET /v1/me 200\n");
        var json = new ObjectMapper().readTree(new JsonLine().line(record("{0}", event)));
        assertThat(json.path("status").asInt()).isEqualTo(200);
        assertThat(json.path("route").asText()).isEqualTo("/v1/me");
    }

    @Test
    void lines_of_many_threads_stay_whole_and_none_is_lost() throws InterruptedException {
        var out = new ByteArrayOutputStream();
        var lines = new LineWriter(out);
        var threads = new java.util.ArrayList<Thread>();
        for (int t = 0; t < 50; t++) {
            var line = ("line of thread " + t + " ").repeat(20) + "\n";
            threads.add(Thread.ofVirtual().start(() -> {
                for (int i = 0; i < 200; i++) lines.write(line);
            }));
        }
        for (var thread : threads) thread.join();
        lines.flush();
        var written = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(written).hasSize(10_000).allMatch(line -> line.matches("(line of thread ([0-9]+) )\\1{19}"));
    }

    @Test
    void a_closed_output_fails_nobody() {
        var lines = new LineWriter(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("closed");
            }
        });
        lines.write("one\n");
        lines.flush();
        lines.writeAtOnce();
        assertThatCode(() -> lines.write("two\n")).doesNotThrowAnyException();
    }

    @Test
    void configured_once_every_logger_writes_there() {
        var root = LogManager.getLogManager().getLogger("");
        var before = root.getHandlers();
        var out = new ByteArrayOutputStream();
        try {
            Logs.configure(Logs.Format.TEXT, new LineWriter(out));
            System.getLogger("dev.gatehouse.sample").log(System.Logger.Level.INFO, "hello {0}", "world");
            System.getLogger("io.helidon.webserver").log(System.Logger.Level.INFO, "chatter");
            root.getHandlers()[0].flush();
            assertThat(out.toString(StandardCharsets.UTF_8))
                    .contains("INFO  sample hello world")
                    .doesNotContain("chatter");
        } finally {
            for (var handler : root.getHandlers()) root.removeHandler(handler);
            for (var handler : before) root.addHandler(handler);
        }
    }

    /// A process that logs to the end of its last shutdown hook.
    static final class Dying {
        public static void main(String[] args) {
            Logs.configure(Logs.Format.TEXT);
            var log = System.getLogger("dev.gatehouse.dying");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                for (int i = 0; i < 2000; i++) log.log(System.Logger.Level.INFO, "going {0}", i);
                log.log(System.Logger.Level.INFO, "gone");
            }));
            for (int i = 0; i < 2000; i++) log.log(System.Logger.Level.INFO, "living {0}", i);
        }
    }

    @Test
    void a_process_logs_to_its_very_end() throws Exception {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var process = new ProcessBuilder(
                        java, "-Xmx64m", "-cp", System.getProperty("java.class.path"), Dying.class.getName())
                .redirectErrorStream(true)
                .start();
        var lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).isZero();
        assertThat(lines).filteredOn(line -> line.contains("dying living")).hasSize(2000);
        assertThat(lines).filteredOn(line -> line.contains("dying going")).hasSize(2000);
        assertThat(lines.getLast()).endsWith("INFO  dying gone");
    }
}
