package dev.gatehouse.migrations.command;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `branches`
@Command(name = "branches", description = "List the revisions on which several others stand.")
final class BranchesVerb implements Callable<Integer> {

    private final Project.Source project;

    @Mixin
    private Answer answer;

    @Option(
            names = {"-v", "--verbose"},
            description = "Say all that is known of each.")
    private boolean verbose;

    BranchesVerb(Project.Source project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        var here = project.open();
        var migrations = here.migrations();
        var details = Details.of(here, Set.of());
        var forks = migrations.history().stream()
                .filter(revision -> migrations.graph().isBranchPoint(revision.id()))
                .toList();
        for (var fork : forks) {
            if (verbose) details.tell(answer, fork);
            else answer.line(details.shown().name(fork));
            migrations
                    .graph()
                    .childrenOf(fork.id())
                    .forEach(child -> answer.line(details.shown().twig(child, verbose)));
            answer.line("");
        }
        answer.document(
                () -> Map.of("branches", forks.stream().map(details::document).toList()));
        return 0;
    }
}
