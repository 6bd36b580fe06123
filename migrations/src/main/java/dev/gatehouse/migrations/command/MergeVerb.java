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
import picocli.CommandLine.Parameters;

/// `merge heads -m "join the branches"`
@Command(name = "merge", description = "Write a revision that joins branches.")
final class MergeVerb implements Callable<Integer> {

    private final Project.Source project;

    @Mixin
    private Answer answer;

    @Parameters(paramLabel = "REV", arity = "1..*", description = "The revisions to join, or heads for all.")
    private List<String> revisions;

    @Option(
            names = {"-m", "--message"},
            description = "What is joined, in a few words; otherwise the revisions are named.")
    private String message;

    @Option(names = "--splice", description = "Let it stand on revisions that are no heads.")
    private boolean splice;

    @Option(names = "--branch-label", paramLabel = "LABEL", description = "A name for the branch that goes on here.")
    private List<String> labels = List.of();

    @Option(names = "--rev-id", paramLabel = "ID", description = "The id; otherwise a random one.")
    private String id;

    MergeVerb(Project.Source project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        var here = project.open();
        var next = new NewRevision(here.migrations(), here.folder(), InstantSource.system());
        var about = Optional.ofNullable(message).orElseGet(() -> "merge " + String.join(" and ", revisions));
        var draft = new Draft(about, revisions, splice, labels, List.of(), Optional.ofNullable(id));
        new Generated(answer, next.merge(draft)).tell();
        return 0;
    }
}
