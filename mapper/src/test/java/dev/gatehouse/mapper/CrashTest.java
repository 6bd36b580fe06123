package dev.gatehouse.mapper;

import static dev.gatehouse.mapper.TenantTable.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a write answered outlives the process.
class CrashTest {
    private static final int ENOUGH = 500;

    @TempDir
    private Path folder;

    /// A process of its own that writes with many callers and prints the id of each write that was answered.
    static final class Writer {
        private Writer() {}

        public static void main(String[] args) {
            var database = Database.open(DatabaseSettings.sqlite(Path.of(args[0])));
            database.run(tx -> tx.sql("create table tenant (id text primary key, name text not null)")
                    .run());
            var next = new AtomicInteger();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int caller = 0; caller < 16; caller++) threads.submit(() -> write(database, next));
            }
        }

        private static void write(Database database, AtomicInteger next) {
            while (true) {
                var id = "t" + next.incrementAndGet();
                database.write(tx -> tx.insert(TENANT.tenant, new Tenant(id, "written")));
                System.out.println(id);
            }
        }
    }

    @Test
    void what_was_answered_before_the_process_was_killed_is_there() throws Exception {
        var file = folder.resolve("crash.db");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var answered = new ArrayList<String>();
        try (var output = process.inputReader()) {
            readSome(output, answered);
            // By its handle: the process object would close the pipe, and what still lies in it was answered too.
            ProcessHandle.of(process.pid()).orElseThrow().destroyForcibly();
            output.lines().forEach(answered::add);
        }
        answered.removeLast();
        try (var database = Database.open(DatabaseSettings.sqlite(file))) {
            var found = database.<List<String>>read(
                    tx -> tx.select(Projection.of(TENANT.id)).list());
            assertThat(found).containsAll(answered);
            assertThat(answered).hasSizeGreaterThanOrEqualTo(ENOUGH - 1);
        }
    }

    private static void readSome(BufferedReader output, List<String> answered) throws Exception {
        while (answered.size() < ENOUGH) {
            var line = output.readLine();
            if (line == null) throw new AssertionError("the writer ended by itself after " + answered.size());
            answered.add(line);
        }
    }
}
