package dev.gatehouse.migrations.source;

import dev.gatehouse.migrations.Operations;
import dev.gatehouse.migrations.Revision;
import dev.gatehouse.migrations.RevisionGraph;
import dev.gatehouse.migrations.shape.MigrationException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;

/// A draft that has found its place in the history: every name in it is the id of a revision that is there. The
/// history was tried with it and is sound.
record Placed(String id, List<String> parents, List<String> dependsOn, List<String> branchLabels, String message)
        implements Revision {

    private static final int ID_BYTES = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Placed in(RevisionGraph graph, Draft draft) {
        var id = draft.id().orElseGet(Placed::newId);
        if (!RevisionGraph.isId(id)) {
            throw new MigrationException(
                    "revision id '%s' is not allowed: use letters, digits and _, and no word for a target"
                            .formatted(id));
        }
        if (graph.contains(id)) throw new MigrationException("revision id %s is taken: choose another".formatted(id));
        var placed = new Placed(
                id, parents(graph, draft), dependencies(graph, draft), List.copyOf(draft.labels()), draft.message());
        var all = new ArrayList<>(graph.inOrder());
        all.add(placed);
        RevisionGraph.of(all);
        return placed;
    }

    private static List<String> parents(RevisionGraph graph, Draft draft) {
        if (draft.on().equals(List.of("head")) && graph.heads().size() > 1) {
            throw new MigrationException(
                    "Multiple heads are present: %s; please specify the head revision on which the new revision should be based (--head), or perform a merge"
                            .formatted(String.join(", ", graph.heads())));
        }
        var parents = new LinkedHashSet<String>();
        for (var target : draft.on()) {
            for (var parent : graph.find(target)) {
                if (!parents.add(parent.id())) {
                    throw new MigrationException("Duplicate head revisions specified: " + parent.id());
                }
                requireHead(graph, parent.id(), draft);
            }
        }
        return List.copyOf(parents);
    }

    private static void requireHead(RevisionGraph graph, String parent, Draft draft) {
        if (draft.splice() || graph.isHead(parent)) return;
        throw new MigrationException(
                "Revision %s is not a head revision; please specify --splice to create a new branch from this revision"
                        .formatted(parent));
    }

    /// Whole ids, since the history grows and a beginning that only one of them has today may not do tomorrow.
    private static List<String> dependencies(RevisionGraph graph, Draft draft) {
        var dependencies = new LinkedHashSet<String>();
        for (var target : draft.dependsOn()) {
            var found = graph.find(target);
            if (found.size() != 1) {
                throw new MigrationException(
                        "--depends-on %s names %d revisions, not one".formatted(target, found.size()));
            }
            dependencies.add(found.getFirst().id());
        }
        return List.copyOf(dependencies);
    }

    private static String newId() {
        var bytes = new byte[ID_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// What it does is not known here.
    @Override
    public void upgrade(Operations op) {}

    @Override
    public void downgrade(Operations op) {}
}
