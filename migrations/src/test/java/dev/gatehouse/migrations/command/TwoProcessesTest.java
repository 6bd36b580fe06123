package dev.gatehouse.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The command in two processes at once.
@EachDatabase
@Timeout(120)
class TwoProcessesTest {
    private static final String MIDDLE = "in the middle of a step";
    private static final String WAITING = "Waiting: another process is ";

    private final Stranger stranger;

    TwoProcessesTest(TestDatabase on, @TempDir Path folder) {
        stranger = new Stranger(on, folder);
        stranger.writesSteps(
                "a1",
                "ground",
                List.of(),
                "op.createTable(\"note\", column(\"id\", bigint()).notNull(), primaryKey(\"id\"));",
                "op.dropTable(\"note\");");
        stranger.writesSteps(
                "b2",
                "a step that takes its time",
                List.of("a1"),
                """
                op.addColumn("note", column("body", text()));
                op.moveRows(connection -> {
                    System.out.println("%s");
                    try { System.in.read(); } catch (java.io.IOException e) { throw new java.io.UncheckedIOException(e); }
                });
                """.formatted(MIDDLE),
                "op.dropColumn(\"note\", \"body\");");
        stranger.writesSteps(
                "c3",
                "one more",
                List.of("b2"),
                "op.addUnique(\"note\", unique(\"uq_note\", \"body\"));",
                "op.dropUnique(\"note\", \"uq_note\");");
    }

    @Test
    void one_runs_and_the_other_waits_says_so_and_finds_nothing_to_do() throws Exception {
        var first = stranger.starts("upgrade", "head");
        try (var said = first.inputReader()) {
            readTo(said, MIDDLE);
            var second = stranger.starts("upgrade", "head");
            try (var saidToo = second.inputReader()) {
                readTo(saidToo, WAITING);
                first.getOutputStream().close();
                assertThat(rest(said)).contains("b2 -> c3, one more");
                assertThat(exit(first)).isZero();
                assertThat(rest(saidToo))
                        .contains("Nothing to do: the database is at c3 (head)")
                        .doesNotContain("->");
                assertThat(exit(second)).isZero();
            } finally {
                second.destroyForcibly();
            }
        } finally {
            first.destroyForcibly();
        }
        assertThat(stranger.hears("current")).isEqualTo("0 c3 (head)\n");
    }

    @Test
    void a_killed_process_lets_the_one_that_waits_go_on() throws Exception {
        var first = stranger.starts("upgrade", "head");
        try (var said = first.inputReader()) {
            readTo(said, MIDDLE);
            var second = stranger.starts("upgrade", "b2");
            try (var saidToo = second.inputReader()) {
                readTo(saidToo, WAITING);
                first.destroyForcibly().waitFor();
                readTo(saidToo, MIDDLE);
                second.getOutputStream().close();
                assertThat(rest(saidToo)).doesNotContain("<base>");
                assertThat(exit(second)).isZero();
            } finally {
                second.destroyForcibly();
            }
        } finally {
            first.destroyForcibly();
        }
        assertThat(stranger.hears("current")).isEqualTo("0 b2\n");
    }

    private static void readTo(BufferedReader said, String wanted) throws IOException {
        var heard = new StringBuilder();
        for (var line = said.readLine(); ; line = said.readLine()) {
            assertThat(line).as("it ended after: %s", heard).isNotNull();
            if (line.contains(wanted)) return;
            heard.append(line).append('\n');
        }
    }

    private static String rest(BufferedReader said) {
        return said.lines().collect(Collectors.joining("\n"));
    }

    private static int exit(Process process) throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
