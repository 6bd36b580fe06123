package dev.gatehouse.migrations;

import dev.gatehouse.migrations.shape.MigrationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;

/// The history as a graph: who stands on whom. Pure: no database, no files.
///
/// A graph that exists is sound: every id is unique, every parent is there and nothing goes in circles. It may
/// branch and merge; walking it is the work of [Route].
public final class RevisionGraph {

    private final Map<String, Revision> byId;
    private final Map<String, List<String>> children = new HashMap<>();

    private RevisionGraph(Map<String, Revision> sorted) {
        byId = sorted;
        for (var revision : sorted.values()) {
            for (var parent : revision.parents()) {
                children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(revision.id());
            }
        }
    }

    /// Refuses a duplicate id, a missing parent, a step that stands on itself and a circle, each with its names.
    public static RevisionGraph of(Collection<? extends Revision> revisions) {
        var byId = new LinkedHashMap<String, Revision>();
        for (var revision : revisions) {
            requireId(revision);
            var other = byId.putIfAbsent(revision.id(), revision);
            if (other != null) throw duplicate(other, revision);
        }
        byId.values().forEach(revision -> requireParents(revision, byId));
        return new RevisionGraph(sorted(byId));
    }

    /// Parents before children; among equals the order in which they were given.
    public List<Revision> inOrder() {
        return List.copyOf(byId.values());
    }

    public Revision get(String id) {
        var revision = byId.get(id);
        if (revision == null) throw unknown(id);
        return revision;
    }

    public boolean contains(String id) {
        return byId.containsKey(id);
    }

    /// The revisions on which nothing stands.
    public SequencedSet<String> heads() {
        var heads = new LinkedHashSet<String>();
        for (var id : byId.keySet()) {
            if (childrenOf(id).isEmpty()) heads.add(id);
        }
        return heads;
    }

    /// Whether several revisions stand on this one.
    public boolean isBranchPoint(String id) {
        return childrenOf(id).size() > 1;
    }

    private List<String> childrenOf(String id) {
        return children.getOrDefault(id, List.of());
    }

    /// Finds a revision by its id or by a beginning that only one of them has.
    public String resolve(String prefix) {
        if (byId.containsKey(prefix)) return prefix;
        var found = byId.keySet().stream().filter(id -> id.startsWith(prefix)).toList();
        if (found.isEmpty()) throw unknown(prefix);
        if (found.size() > 1) {
            throw new MigrationException("'%s' is the beginning of several revisions: %s; say more of it"
                    .formatted(prefix, String.join(", ", found)));
        }
        return found.getFirst();
    }

    /// These revisions and all that they stand on.
    public Set<String> withAncestors(Collection<String> ids) {
        var seen = new LinkedHashSet<String>();
        var open = new ArrayList<String>(ids);
        while (!open.isEmpty()) {
            var id = open.removeLast();
            if (seen.add(id)) open.addAll(get(id).parents());
        }
        return seen;
    }

    private static void requireId(Revision revision) {
        if (!Target.ID.matcher(revision.id()).matches() || isReserved(revision.id())) {
            throw new MigrationException(
                    "revision id '%s' (%s) is not allowed: use letters, digits and _, and no word for a target"
                            .formatted(revision.id(), nameOf(revision)));
        }
    }

    private static boolean isReserved(String id) {
        return id.equals("head") || id.equals("heads") || id.equals("base");
    }

    private static void requireParents(Revision revision, Map<String, Revision> byId) {
        for (var parent : revision.parents()) {
            if (parent.equals(revision.id())) {
                throw new MigrationException(
                        "revision %s (%s) names itself as its parent".formatted(parent, nameOf(revision)));
            }
            if (!byId.containsKey(parent)) {
                throw new MigrationException("revision %s (%s) stands on %s, which is not there"
                        .formatted(revision.id(), nameOf(revision), parent));
            }
        }
    }

    /// Takes away, again and again, whatever stands only on what was taken; what is left goes in circles.
    private static Map<String, Revision> sorted(Map<String, Revision> byId) {
        var sorted = new LinkedHashMap<String, Revision>();
        var waiting = new HashMap<String, Integer>();
        var children = new HashMap<String, List<String>>();
        var ready = new ArrayList<String>();
        byId.forEach((id, revision) -> {
            var parents = Set.copyOf(revision.parents());
            waiting.put(id, parents.size());
            parents.forEach(parent ->
                    children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(id));
            if (parents.isEmpty()) ready.add(id);
        });
        for (var next = 0; next < ready.size(); next++) {
            var id = ready.get(next);
            sorted.put(id, byId.get(id));
            for (var child : children.getOrDefault(id, List.of())) {
                if (waiting.merge(child, -1, Integer::sum) == 0) ready.add(child);
            }
        }
        if (sorted.size() < byId.size()) throw circle(byId, sorted.keySet());
        return sorted;
    }

    /// Follows parents among what could not be sorted until an id comes twice: that stretch is the circle.
    private static MigrationException circle(Map<String, Revision> byId, Set<String> sorted) {
        var unsorted = new TreeSet<>(byId.keySet());
        unsorted.removeAll(sorted);
        var walk = new ArrayList<String>();
        var at = unsorted.first();
        while (!walk.contains(at)) {
            walk.add(at);
            at = byId.get(at).parents().stream()
                    .filter(unsorted::contains)
                    .findFirst()
                    .orElseThrow();
        }
        var circle = new ArrayList<>(walk.subList(walk.indexOf(at), walk.size()));
        circle.add(at);
        return new MigrationException("the revisions go in a circle: " + String.join(" -> ", circle.reversed()));
    }

    private static MigrationException duplicate(Revision one, Revision other) {
        return new MigrationException(
                "revision id %s is there twice: %s and %s".formatted(one.id(), nameOf(one), nameOf(other)));
    }

    private static String nameOf(Revision revision) {
        return revision.getClass().getSimpleName();
    }

    private static MigrationException unknown(String id) {
        return new MigrationException("Can't locate revision identified by '%s'".formatted(id));
    }
}
