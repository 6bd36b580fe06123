package dev.gatehouse.migrations.command;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `heads`
@Command(name = "heads", description = "List the newest revision of each branch.")
final class HeadsVerb implements Callable<Integer> {

    private final Project.Source project;

    @Mixin
    private Answer answer;

    @Option(
            names = {"-v", "--verbose"},
            description = "Say all that is known of each.")
    private boolean verbose;

    @Option(names = "--resolve-dependencies", description = "Leave out those on which another revision depends.")
    private boolean resolveDependencies;

    HeadsVerb(Project.Source project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        var here = project.open();
        var graph = here.migrations().graph();
        var details = Details.of(here, Set.of());
        var heads = (resolveDependencies ? graph.realHeads() : graph.heads())
                .stream().map(graph::get).toList();
        for (var head : heads) {
            if (verbose) details.tell(answer, head);
            else answer.line(details.shown().name(head));
        }
        answer.document(
                () -> Map.of("heads", heads.stream().map(details::document).toList()));
        return 0;
    }
}
