package dev.gatehouse.migrations.command;

import dev.gatehouse.migrations.Revision;
import dev.gatehouse.migrations.RevisionGraph;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `history`
@Command(name = "history", description = "List the revisions, newest first.")
final class HistoryVerb implements Callable<Integer> {

    private final Project.Source project;

    @Spec
    private CommandSpec spec;

    HistoryVerb(Project.Source project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var migrations = project.open().migrations();
        migrations.history().forEach(revision -> out.println(line(migrations.graph(), revision)));
        out.flush();
        return 0;
    }

    /// `a -> b (head), message`
    private static String line(RevisionGraph graph, Revision revision) {
        var parents = revision.parents().isEmpty() ? "<base>" : String.join(", ", revision.parents());
        return "%s -> %s%s, %s".formatted(parents, revision.id(), marks(graph, revision), revision.message());
    }

    private static String marks(RevisionGraph graph, Revision revision) {
        var marks = new StringBuilder();
        if (graph.heads().contains(revision.id())) marks.append(" (head)");
        if (graph.isBranchPoint(revision.id())) marks.append(" (branchpoint)");
        if (revision.parents().size() > 1) marks.append(" (mergepoint)");
        return marks.toString();
    }
}
