package dev.gatehouse.migrations;

import dev.gatehouse.migrations.shape.MigrationException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Predicate;

/// Finds the revisions that a target names, before any step is taken from them.
record Names(RevisionGraph graph) {

    /// None for `base`; several for `heads` as it may be.
    SequencedSet<String> all(Target target) {
        var name = target.name().orElseThrow();
        var branch = target.branch().map(this::branch);
        return switch (name) {
            case Target.BASE -> new LinkedHashSet<>();
            case Target.HEADS -> heads(target);
            case Target.HEAD -> onlyHead(target, branch.map(this::headsOf).orElseGet(graph::heads));
            default -> new LinkedHashSet<>(List.of(named(target, name)));
        };
    }

    /// The only one; empty for `base`.
    Optional<String> one(Target target) {
        return onlyHead(target, all(target)).stream().findFirst();
    }

    /// The revision that stands for a branch: the one that carries the label, or the one that is named.
    String branch(String branch) {
        try {
            return resolve(branch);
        } catch (MigrationException unknown) {
            throw new MigrationException("No such branch: '%s'".formatted(branch), unknown);
        }
    }

    /// The heads of the target's branch; without one all that others do not depend on.
    SequencedSet<String> heads(Target target) {
        return target.branch().map(this::branch).map(this::headsOf).orElseGet(graph::realHeads);
    }

    private SequencedSet<String> headsOf(String branch) {
        var heads = graph.heads();
        heads.removeIf(head -> !graph.isOneLine(head, branch));
        return heads;
    }

    private static SequencedSet<String> onlyHead(Target target, SequencedSet<String> heads) {
        if (heads.size() <= 1) return heads;
        throw new MigrationException(
                "Multiple head revisions are present for given argument '%s': %s; name one, narrow it as in label@head, or say heads for all"
                        .formatted(target.text(), String.join(", ", heads)));
    }

    /// Finds a revision by its id, by a label, or by a beginning that only one of them has.
    String resolve(String name) {
        return resolve(name, _ -> true);
    }

    private String resolve(String name, Predicate<String> among) {
        if (graph.contains(name)) return name;
        if (graph.labels().containsKey(name)) return graph.labels().get(name);
        var found = new LinkedHashSet<String>();
        graph.inOrder().stream()
                .map(Revision::id)
                .filter(id -> id.startsWith(name))
                .forEach(found::add);
        graph.labels().forEach((label, id) -> {
            if (label.startsWith(name)) found.add(id);
        });
        found.removeIf(among.negate());
        if (found.isEmpty()) throw RevisionGraph.unknown(name);
        if (found.size() == 1) return found.getFirst();
        throw new MigrationException("'%s' is the beginning of several revisions: %s; say more of it"
                .formatted(name, String.join(", ", found)));
    }

    private String named(Target target, String name) {
        if (target.branch().isEmpty()) return resolve(name);
        var branch = branch(target.branch().get());
        var id = resolve(name, candidate -> graph.isOneLine(candidate, branch));
        if (graph.isOneLine(id, branch)) return id;
        throw new MigrationException("Revision %s is not a member of branch '%s'"
                .formatted(id, target.branch().get()));
    }
}
