package dev.gatehouse.migrations;

import dev.gatehouse.migrations.shape.MigrationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// The history as a graph: who stands on whom, and who needs whom. Pure: no database, no files.
///
/// A graph that exists is sound: every name is unique, everything named is there and nothing goes in circles. It
/// may branch and merge; walking it is the work of [Route].
///
/// Two kinds of lines go through it. A *parent* makes a branch go on. A *dependency* only says what must have run
/// before; the branches stay apart, and a revision that others merely depend on is still the head of its branch.
public final class RevisionGraph {

    private final Links links;
    private final Map<String, Revision> byId;
    private final Map<String, SequencedSet<String>> children = new HashMap<>();
    private final Map<String, SequencedSet<String>> above = new HashMap<>();
    private final Labels labels;

    private RevisionGraph(Links links, Map<String, Revision> sorted) {
        this.links = links;
        byId = sorted;
        for (var id : sorted.keySet()) {
            get(id).parents().forEach(parent -> add(children, parent, id));
            links.below(id).forEach(below -> add(above, below, id));
        }
        labels = Labels.of(this, links.labels());
    }

    private static void add(Map<String, SequencedSet<String>> lines, String from, String to) {
        lines.computeIfAbsent(from, _ -> new LinkedHashSet<>()).add(to);
    }

    /// Refuses a duplicate id or label, a missing parent or dependency, a step that stands on itself and a circle,
    /// each with its names.
    public static RevisionGraph of(Collection<? extends Revision> revisions) {
        var links = Links.of(revisions);
        return new RevisionGraph(links, Order.of(links));
    }

    /// Whether a revision may be called so: letters, digits and `_`, and no word for a target.
    public static boolean isId(String id) {
        return Target.NAME.matcher(id).matches() && !Target.isWord(id);
    }

    /// Parents and dependencies first; among equals the order in which they were given.
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

    /// The ends of the branches: the revisions that are nobody's parent.
    public SequencedSet<String> heads() {
        return those(this::isHead);
    }

    /// The heads on which nothing depends either: the rows of the version table when all is done.
    public SequencedSet<String> realHeads() {
        return those(this::isEffectiveHead);
    }

    /// The revisions that have no parent.
    public SequencedSet<String> bases() {
        return those(id -> get(id).parents().isEmpty());
    }

    private SequencedSet<String> those(Predicate<String> wanted) {
        var found = new LinkedHashSet<String>();
        byId.keySet().stream().filter(wanted).forEach(found::add);
        return found;
    }

    public boolean isHead(String id) {
        return children(id).isEmpty();
    }

    /// Whether nothing stands on this revision and nothing depends on it.
    public boolean isEffectiveHead(String id) {
        return above(id).isEmpty();
    }

    /// Whether several revisions stand on this one.
    public boolean isBranchPoint(String id) {
        return children(id).size() > 1;
    }

    /// Whether this revision stands on several.
    public boolean isMergePoint(String id) {
        return Set.copyOf(get(id).parents()).size() > 1;
    }

    /// The revisions that stand on this one.
    public List<Revision> childrenOf(String id) {
        return children(id).stream().map(this::get).toList();
    }

    /// What the revision depends on besides its parents, as ids.
    public SequencedSet<String> dependenciesOf(String id) {
        return Collections.unmodifiableSequencedSet(links.dependencies().get(get(id).id()));
    }

    /// The labels that the revision is seen under: its own and those of its branch, in alphabetical order.
    public Set<String> labelsOf(String id) {
        return Collections.unmodifiableSet(labels.of(get(id).id()));
    }

    /// Each label and the revision that carries it.
    Map<String, String> labels() {
        return links.labels();
    }

    SequencedSet<String> children(String id) {
        return children.getOrDefault(id, new LinkedHashSet<>());
    }

    /// What stands on the revision or depends on it.
    SequencedSet<String> above(String id) {
        return above.getOrDefault(id, new LinkedHashSet<>());
    }

    /// The revisions that a target names, however many: `head`, `heads`, `label@head`, a label, an id or the
    /// beginning of one, `label@-1` back from a head; none for `base`.
    public List<Revision> find(String target) {
        return Span.named(this, target).stream().map(this::get).toList();
    }

    /// A stretch of the history, newest first, both ends included. An empty end, and `current` with these rows, are
    /// allowed; `-N` counts back from the other end, `+N` forward from it.
    public List<Revision> range(String from, String to, Set<String> current) {
        return new Span(this, from, to, current).revisions();
    }

    /// These revisions and all that must have run before them.
    public Set<String> withAncestors(Collection<String> ids) {
        return reach(ids, id -> links.below(get(id).id()));
    }

    /// These revisions and all that can only have run after them.
    Set<String> withDescendants(Collection<String> ids) {
        return reach(ids, this::above);
    }

    /// The revision and its parents, and theirs: its line, without dependencies.
    Set<String> lineDown(String id) {
        return reach(List.of(id), at -> get(at).parents());
    }

    /// The revision and its children, and theirs.
    Set<String> lineUp(String id) {
        return reach(List.of(id), this::children);
    }

    /// Whether one stands on the other, however many steps apart; dependencies do not count.
    boolean isOneLine(String one, String other) {
        return lineDown(one).contains(other) || lineDown(other).contains(one);
    }

    /// Those of a set on which no other of the set stands or depends.
    SequencedSet<String> tips(Set<String> ids) {
        return those(id -> ids.contains(id) && Collections.disjoint(above(id), ids));
    }

    private static Set<String> reach(Collection<String> from, Function<String, Collection<String>> next) {
        var seen = new LinkedHashSet<String>();
        var open = new ArrayList<String>(from);
        while (!open.isEmpty()) {
            var id = open.removeLast();
            if (seen.add(id)) open.addAll(next.apply(id));
        }
        return seen;
    }

    static MigrationException unknown(String id) {
        return new MigrationException("Can't locate revision identified by '%s'".formatted(id));
    }
}
