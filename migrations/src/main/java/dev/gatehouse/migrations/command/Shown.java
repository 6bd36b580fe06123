package dev.gatehouse.migrations.command;

import dev.gatehouse.migrations.Revision;
import dev.gatehouse.migrations.RevisionGraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/// A revision on one line, as Alembic words it.
///
/// @param current the revisions to be marked as the database's; none where that was not asked
record Shown(RevisionGraph graph, Set<String> current) {

    /// `a -> b (head), message`; in brackets behind the parents what it depends on.
    String line(Revision revision) {
        var dependencies = graph.dependenciesOf(revision.id());
        var needs = dependencies.isEmpty() ? "" : " (%s)".formatted(String.join(", ", dependencies));
        return "%s%s -> %s, %s".formatted(parents(revision), needs, name(revision), message(revision));
    }

    /// `b (label) (head) (branchpoint)`
    String name(Revision revision) {
        return styled(revision, List.of(branch(revision), ends(revision), forks(revision)));
    }

    /// `b (label) (head), message`: a revision below the one that it branches from.
    String twig(Revision revision, boolean verbose) {
        var name = styled(revision, List.of(branch(revision), ends(revision)));
        return "   -> " + (verbose ? name + ", " + message(revision) : name);
    }

    /// What is special about it: `head`, `current`, `branchpoint`.
    List<String> marks(Revision revision) {
        var marks = new ArrayList<>(ends(revision));
        marks.addAll(forks(revision));
        return marks;
    }

    /// In one line, though it may have several.
    private static String message(Revision revision) {
        return revision.message().strip().replaceAll("\\s*\\R\\s*", " ");
    }

    static String parents(Revision revision) {
        return revision.parents().isEmpty() ? "<base>" : String.join(", ", revision.parents());
    }

    private List<String> branch(Revision revision) {
        var labels = graph.labelsOf(revision.id());
        return labels.isEmpty() ? List.of() : List.of(String.join(", ", labels));
    }

    private List<String> ends(Revision revision) {
        var marks = new ArrayList<String>();
        if (graph.isHead(revision.id())) marks.add(graph.isEffectiveHead(revision.id()) ? "head" : "effective head");
        if (current.contains(revision.id())) marks.add("current");
        return marks;
    }

    private List<String> forks(Revision revision) {
        var marks = new ArrayList<String>();
        if (graph.isBranchPoint(revision.id())) marks.add("branchpoint");
        if (graph.isMergePoint(revision.id())) marks.add("mergepoint");
        return marks;
    }

    private static String styled(Revision revision, List<List<String>> marks) {
        var words = marks.stream()
                .flatMap(Collection::stream)
                .map(" (%s)"::formatted)
                .collect(Collectors.joining());
        return Answer.styled(Ansi.Style.fg_yellow, revision.id()) + Answer.styled(Ansi.Style.fg_cyan, words);
    }
}
