package dev.gatehouse.migrations.command;

import dev.gatehouse.migrations.compare.Comparison;
import dev.gatehouse.migrations.source.NewRevision;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `revision --autogenerate -m "add the nickname"`
@Command(name = "revision", description = "Write a new revision.")
final class RevisionVerb implements Callable<Integer> {

    private final Project.Source project;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-m", "--message"},
            required = true,
            description = "What changes, in a few words.")
    private String message;

    @Option(names = "--autogenerate", description = "Write what the database lacks to be what is declared.")
    private boolean autogenerate;

    @Option(names = "--allow-empty", description = "Write a file even if nothing differs.")
    private boolean allowEmpty;

    RevisionVerb(Project.Source project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var here = project.open();
        var next = new NewRevision(here.migrations(), here.folder(), InstantSource.system());
        var written =
                autogenerate ? next.autogenerate(message, here.declared().tables(), allowEmpty) : next.plain(message);
        written.comparison().ifPresent(comparison -> tell(out, comparison));
        written.file()
                .ifPresentOrElse(
                        file -> out.println("Generated " + file),
                        () -> out.println("No changes detected: no file was written"));
        out.flush();
        return 0;
    }

    private static void tell(PrintWriter out, Comparison comparison) {
        comparison.unread().forEach(unread -> out.println("Not read: " + unread));
        comparison.drift().forEach(drift -> out.println("Drift: " + drift));
        comparison.inWords().forEach(difference -> out.println("Detected " + difference));
        comparison.hints().forEach(hint -> out.println("Look: " + hint));
    }
}
