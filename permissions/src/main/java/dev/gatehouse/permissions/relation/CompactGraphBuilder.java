package dev.gatehouse.permissions.relation;

import java.util.LinkedHashMap;
import java.util.Map;

/// Packs relationships, given one by one in any order, into a [CompactGraph].
final class CompactGraphBuilder {

    /// What a relationship will take at least: in each direction the number of the other.
    private static final int LEAST_BYTES = 8;

    private final NamePool names = new NamePool();
    private final UsersetPool usersets = new UsersetPool();
    private final Map<ConditionUse, Integer> conditions = new LinkedHashMap<>();
    private final Ints objects = new Ints();
    private final Ints relationNumbers = new Ints();
    private final Ints users = new Ints();
    private final Ints edges = new Ints();
    private Words relations = Words.NONE;
    private long conditionBytes;

    int size() {
        return objects.size();
    }

    /// What the graph will hold at least with what was added until now.
    long leastBytes() {
        return names.bytes() + usersets.bytes() + conditionBytes + (long) LEAST_BYTES * size();
    }

    /// How many bytes the names take.
    int letters() {
        return names.letters();
    }

    void add(Relationship relationship) {
        add(
                object(relationship.object()),
                relationship.relation(),
                node(relationship.user()),
                relationship.condition().map(this::number).orElse(Snapshot.PLAIN));
    }

    /// @param object a node that this builder gave, as is `user`
    /// @param edge [Snapshot#PLAIN], or a number of a condition that this builder gave
    void add(int object, String relation, int user, int edge) {
        objects.add(object);
        relationNumbers.add(relation(relation));
        users.add(user);
        edges.add(edge);
    }

    int node(String name) {
        if (!Names.isUserset(name)) return object(name);
        var object = object(Names.object(name));
        return CompactGraph.USERSET | usersets.add(object, relation(Names.relation(name)));
    }

    private int object(String name) {
        return names.add(name, name.length());
    }

    private int relation(String relation) {
        relations = relations.with(relation);
        return relations.find(relation);
    }

    int number(ConditionUse use) {
        var known = conditions.get(use);
        if (known != null) return known;
        conditions.put(use, conditions.size() + 1);
        conditionBytes += MemorySize.of(use);
        return conditions.size();
    }

    /// Once, after which nothing can be added: what was gathered is made into the graph.
    CompactGraph build() {
        var numbers = new int[names.count()];
        var sorted = names.byType(numbers);
        var sets = usersets.renumbered(numbers);
        var objectOf = objects.toArray();
        var userOf = users.toArray();
        for (var index = 0; index < size(); index++) {
            objectOf[index] = numbers[objectOf[index]];
            if (!CompactGraph.isUserset(userOf[index])) userOf[index] = numbers[userOf[index]];
        }
        return build(sorted, sets, objectOf, userOf);
    }

    private CompactGraph build(NamePool sorted, UsersetPool sets, int[] objectOf, int[] userOf) {
        var relationOf = relationNumbers.toArray();
        var edgeOf = edges.toArray();
        var placeOfUser = new int[size()];
        var labelOf = new int[size()];
        for (var index = 0; index < size(); index++) {
            placeOfUser[index] = place(userOf[index]);
            labelOf[index] = CompactGraph.label(sorted.type(objectOf[index]), relationOf[index]);
        }
        var objectCount = sorted.count();
        var userCount = objectCount + sets.count();
        var byObject = new AdjacencyBuilder(objectOf, objectCount, relationOf, userOf, placeOfUser, userCount, edgeOf);
        var byUser = new AdjacencyBuilder(placeOfUser, userCount, labelOf, objectOf, objectOf, objectCount, edgeOf);
        return new CompactGraph(
                byObject.size(),
                sorted,
                relations,
                sets,
                byObject.build(),
                byUser.build(),
                conditions.keySet().toArray(ConditionUse[]::new),
                conditionBytes);
    }

    private int place(int user) {
        return CompactGraph.isUserset(user) ? names.count() + (user & ~CompactGraph.USERSET) : user;
    }
}
