package dev.gatehouse.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A process of its own with the classes of this build, in a folder of its own.
public final class ChildJvm implements AutoCloseable {

    private final Process process;
    private final Lines out;
    private final Lines err;

    /// How it ended, and what it said that nobody read before.
    public record Ended(int code, String out, String err) {}

    private ChildJvm(Process process) {
        this.process = process;
        this.out = new Lines(process.inputReader(UTF_8));
        this.err = new Lines(process.errorReader(UTF_8));
    }

    /// @param environment all that it sees of one, beside `PATH`
    public static ChildJvm start(Path folder, Map<String, String> environment, String mainClass, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", System.getenv("PATH"));
        builder.environment().putAll(environment);
        try {
            return new ChildJvm(builder.start());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Types a line to it, the only one. It may have ended by now without wanting to hear it; how, [#ended]
    /// tells.
    public ChildJvm type(String line) {
        try (var keyboard = process.outputWriter(UTF_8)) {
            keyboard.write(line + "\n");
        } catch (IOException fault) {
            if (process.isAlive()) throw new UncheckedIOException(fault);
        }
        return this;
    }

    /// Reads what it says until a line that one waits for.
    public String awaitLine(Predicate<String> awaited) {
        for (var line = out.next(); line.isPresent(); line = out.next())
            if (awaited.test(line.get())) return line.get();
        throw new AssertionError("it ended without saying so: " + ended());
    }

    /// SIGTERM: it may finish what it does.
    public void terminate() {
        process.toHandle().destroy();
    }

    /// SIGKILL: it may not.
    public void kill() {
        process.toHandle().destroyForcibly();
    }

    public Ended ended() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) throw new AssertionError("it does not end");
            return new Ended(process.exitValue(), String.join("\n", out.rest()), String.join("\n", err.rest()));
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    @Override
    public void close() {
        process.toHandle().destroyForcibly();
        ended();
    }
}
