package dev.gatehouse.migrations;

import dev.gatehouse.migrations.shape.MigrationException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.regex.Pattern;

/// Who names whom: every name that a revision uses is looked up and found, or refused with the names of both.
///
/// @param byId the revisions
/// @param labels the revision that carries each branch label
/// @param dependencies what each revision depends on, labels replaced by ids
record Links(Map<String, Revision> byId, Map<String, String> labels, Map<String, SequencedSet<String>> dependencies) {

    /// What `revision` makes: a label must not be taken for one.
    private static final Pattern MADE_ID = Pattern.compile("[0-9a-f]{12}");

    static Links of(Collection<? extends Revision> revisions) {
        var byId = new LinkedHashMap<String, Revision>();
        for (var revision : revisions) {
            requireId(revision);
            var other = byId.putIfAbsent(revision.id(), revision);
            if (other != null) throw twice(other, revision);
        }
        var links = new Links(byId, new LinkedHashMap<>(), new HashMap<>());
        byId.values().forEach(links::addLabels);
        byId.values().forEach(links::requireParents);
        byId.values().forEach(links::addDependencies);
        return links;
    }

    /// All that must have run before this one: its parents, and what it depends on.
    SequencedSet<String> below(String id) {
        var below = new LinkedHashSet<>(byId.get(id).parents());
        below.addAll(dependencies.get(id));
        return below;
    }

    /// Refuses a label that could not be told from a revision or a target.
    static void requireLabel(String label, String revision) {
        if (!RevisionGraph.isId(label) || MADE_ID.matcher(label).matches()) {
            throw new MigrationException(
                    "branch label '%s' of revision %s is not allowed: use letters, digits and _, no word for a target and nothing that looks like an id"
                            .formatted(label, revision));
        }
    }

    private void addLabels(Revision revision) {
        for (var label : new LinkedHashSet<>(revision.branchLabels())) {
            requireLabel(label, revision.id());
            if (byId.containsKey(label)) {
                throw new MigrationException("branch label '%s' of revision %s is the id of a revision: choose another"
                        .formatted(label, revision.id()));
            }
            var other = labels.putIfAbsent(label, revision.id());
            if (other != null) {
                throw new MigrationException("branch label '%s' is there twice: on revision %s and on revision %s"
                        .formatted(label, other, revision.id()));
            }
        }
    }

    private void requireParents(Revision revision) {
        for (var parent : revision.parents()) {
            if (parent.equals(revision.id())) {
                throw new MigrationException(
                        "revision %s (%s) names itself as its parent".formatted(parent, classOf(revision)));
            }
            if (!byId.containsKey(parent)) throw missing(revision, "stands on", parent);
        }
    }

    private void addDependencies(Revision revision) {
        var found = new LinkedHashSet<String>();
        for (var name : revision.dependsOn()) {
            var id = idOf(name).orElseThrow(() -> missing(revision, "depends on", name));
            if (id.equals(revision.id())) {
                throw new MigrationException(
                        "revision %s (%s) depends on itself".formatted(revision.id(), classOf(revision)));
            }
            found.add(id);
        }
        dependencies.put(revision.id(), found);
    }

    /// A beginning of an id will not do in a file: what begins only one id today may begin two tomorrow.
    private Optional<String> idOf(String name) {
        return byId.containsKey(name) ? Optional.of(name) : Optional.ofNullable(labels.get(name));
    }

    private static void requireId(Revision revision) {
        if (RevisionGraph.isId(revision.id())) return;
        throw new MigrationException(
                "revision id '%s' (%s) is not allowed: use letters, digits and _, and no word for a target"
                        .formatted(revision.id(), classOf(revision)));
    }

    private static MigrationException missing(Revision revision, String needs, String name) {
        return new MigrationException(
                "revision %s (%s) %s %s, which is not there".formatted(revision.id(), classOf(revision), needs, name));
    }

    private static MigrationException twice(Revision one, Revision other) {
        return new MigrationException(
                "revision id %s is there twice: %s and %s".formatted(one.id(), classOf(one), classOf(other)));
    }

    private static String classOf(Revision revision) {
        return revision.getClass().getSimpleName();
    }
}
