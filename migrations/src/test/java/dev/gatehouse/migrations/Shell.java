package dev.gatehouse.migrations;

import dev.gatehouse.mapper.DatabaseSettings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// `sqlite3` or `psql`, where the machine has it.
final class Shell {

    private final List<String> command;
    private final Map<String, String> environment;
    private String said = "";

    private Shell(List<String> command, Map<String, String> environment) {
        this.command = command;
        this.environment = environment;
    }

    static Shell of(DatabaseSettings settings) {
        return switch (settings) {
            case DatabaseSettings.Sqlite file ->
                new Shell(List.of("sqlite3", "-bail", file.file().toString()), Map.of());
            case DatabaseSettings.Postgres server ->
                new Shell(
                        List.of(
                                "psql",
                                "--no-psqlrc",
                                "--quiet",
                                "--set=ON_ERROR_STOP=1",
                                "--host=" + server.hosts().getFirst(),
                                "--port=" + server.port(),
                                "--username=" + server.user(),
                                "--dbname=" + server.database()),
                        Map.of("PGPASSWORD", server.password()));
        };
    }

    boolean isThere() {
        return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .anyMatch(place -> Files.isExecutable(Path.of(place, command.getFirst())));
    }

    /// Returns the exit code.
    int run(String script) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        try (var input = process.outputWriter()) {
            input.write(script);
        } catch (IOException brokenPipe) {
            // It stopped before it had read everything; what it said is read below.
            said = brokenPipe.toString();
        }
        said = new String(process.getInputStream().readAllBytes());
        if (!process.waitFor(30, TimeUnit.SECONDS)) throw new IOException("the shell does not end: " + said);
        return process.exitValue();
    }

    String said() {
        return said;
    }
}
