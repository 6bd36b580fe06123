package dev.gatehouse.migrations.command;

import dev.gatehouse.migrations.Migrations;
import dev.gatehouse.migrations.Progress;
import dev.gatehouse.migrations.Run;
import dev.gatehouse.migrations.Step;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// What happens, told line by line in Alembic's words.
///
/// @param onTerminal whether the line of a long copy may be written over again and again
record Told(PrintWriter out, boolean onTerminal) implements Progress {

    private static final Duration LONG = Duration.ofSeconds(1);
    private static final long MANY_ROWS = 200_000;

    Told(PrintWriter out) {
        this(out, Answer.isTerminal());
    }

    @Override
    public void waiting(String reason) {
        say("Waiting: " + reason);
    }

    @Override
    public void running(Step step) {
        say("Running %s %s".formatted(step.direction().name().toLowerCase(Locale.ROOT), step));
    }

    /// A large table says it every now and then, a small one never.
    @Override
    public void copying(String table, long done, long total) {
        if (total < MANY_ROWS) return;
        var line = String.format(Locale.ROOT, "  %s: %,d of %,d rows copied", table, done, total);
        if (onTerminal) {
            out.print('\r' + line + (done < total ? "" : System.lineSeparator()));
            out.flush();
        } else if (done % MANY_ROWS == 0 || done >= total) {
            say(line);
        }
    }

    @Override
    public void kept(Path copy) {
        say("Kept a copy of the database before its data goes: " + fromHere(copy));
    }

    @Override
    public void advised(String dumpCommand) {
        say("What goes now is kept only by a dump that was taken before: " + dumpCommand);
    }

    /// Short, where it lies below the working directory, as the other verbs name files.
    private static Path fromHere(Path file) {
        var here = Path.of("").toAbsolutePath();
        return file.startsWith(here) ? here.relativize(file) : file;
    }

    /// A step that went by in a moment needs no second line.
    @Override
    public void done(Step step, Duration took) {
        if (took.compareTo(LONG) < 0) return;
        say(String.format(Locale.ROOT, "  done in %.1f s", took.toMillis() / 1000.0));
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }

    /// Where the database stands afterwards, if nothing else was said.
    static void outcome(PrintWriter out, Migrations migrations, Run run) {
        if (run.steps().isEmpty())
            out.println("Nothing to do: the database is at " + standing(migrations, run.current()));
        out.flush();
    }

    /// `4f0c5d1e77aa (head)`
    static String standing(Migrations migrations, Collection<String> current) {
        if (current.isEmpty()) return "<base>";
        var heads = migrations.graph().heads();
        return current.stream()
                .sorted()
                .map(id -> heads.contains(id) ? id + " (head)" : id)
                .collect(Collectors.joining(", "));
    }

    /// Since `-1` must pass as a target, a misspelled option does too; here it is found.
    static String target(CommandSpec spec, String target) {
        if (!target.startsWith("--") && !target.matches("-\\D.*")) return target;
        throw new ParameterException(spec.commandLine(), "Unknown option: '%s'".formatted(target));
    }
}
