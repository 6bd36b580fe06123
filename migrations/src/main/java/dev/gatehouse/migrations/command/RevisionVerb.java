package dev.gatehouse.migrations.command;

import dev.gatehouse.migrations.source.Draft;
import dev.gatehouse.migrations.source.NewRevision;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `revision --autogenerate -m "add the nickname"`
@Command(name = "revision", description = "Write a new revision.")
final class RevisionVerb implements Callable<Integer> {

    private final Project.Source project;

    @Mixin
    private Answer answer;

    @Option(
            names = {"-m", "--message"},
            required = true,
            description = "What changes, in a few words.")
    private String message;

    @Option(names = "--autogenerate", description = "Write what the database lacks to be what is declared.")
    private boolean autogenerate;

    @Option(names = "--allow-empty", description = "Write a file even if nothing differs.")
    private boolean allowEmpty;

    @Option(
            names = "--head",
            paramLabel = "REV",
            description = "The revision to stand on, such as label@head; base begins a new history.")
    private String head = "head";

    @Option(names = "--splice", description = "Let it stand on a revision that is no head, and so begin a branch.")
    private boolean splice;

    @Option(names = "--branch-label", paramLabel = "LABEL", description = "A name for the branch that begins here.")
    private List<String> labels = List.of();

    @Option(
            names = "--depends-on",
            paramLabel = "REV",
            description = "A revision of another branch that must have run before.")
    private List<String> dependsOn = List.of();

    @Option(names = "--rev-id", paramLabel = "ID", description = "The id; otherwise a random one.")
    private String id;

    RevisionVerb(Project.Source project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        var here = project.open();
        var next = new NewRevision(here.migrations(), here.folder(), InstantSource.system());
        var draft = new Draft(message, List.of(head), splice, labels, dependsOn, Optional.ofNullable(id));
        var written = autogenerate ? next.autogenerate(draft, here.declared().tables(), allowEmpty) : next.plain(draft);
        new Generated(answer, written).tell();
        return 0;
    }
}
