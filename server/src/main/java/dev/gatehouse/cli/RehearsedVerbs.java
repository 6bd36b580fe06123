package dev.gatehouse.cli;

import dev.gatehouse.migrations.command.StandAlone;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;

/// The verbs for migrations on a project of their own, from `init` to `check`: a third of such a verb's time
/// would otherwise be spent on loading the compiler.
final class RehearsedVerbs {
    private RehearsedVerbs() {}

    static void in(Path folder) {
        say("init", folder.toString());
        var place = folder.toString();
        say("revision", "--autogenerate", "-m", "rehearsal", "-c", place);
        say("upgrade", "head", "-c", place);
        say("check", "--json", "-c", place);
        say("history", "-c", place);
    }

    private static void say(String... words) {
        var said = new StringWriter();
        var code = commandLine(said).execute(words);
        if (code != 0)
            throw new CommandFailure("The rehearsal failed: %s: %s".formatted(String.join(" ", words), said));
    }

    private static CommandLine commandLine(StringWriter said) {
        var out = new PrintWriter(said, true);
        return StandAlone.commandLine(Map.of()).setOut(out).setErr(out);
    }
}
