package dev.gatehouse.permissions.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// Relationships between few things, made at random: in so small a world the same ones are written, changed
/// and deleted over and over.
final class SmallWorld {

    static final List<String> RELATIONS = List.of("viewer", "member", "parent");

    private static final List<String> THINGS = List.of(
            "document:charter",
            "document:Aa",
            "document:BB",
            "folder:charter",
            "group:staff",
            "group:пражане",
            "x:\uD83D",
            "x:?",
            "person:bob",
            "person:😀");

    private final RandomGenerator random;
    private final Map<String, Relationship> standing = new LinkedHashMap<>();

    SmallWorld(RandomGenerator random) {
        this.random = random;
    }

    /// All names that a relationship may have here, and one that none has.
    static List<String> names() {
        var usersets = THINGS.stream().flatMap(thing -> RELATIONS.stream().map(its -> Names.userset(thing, its)));
        var others = Stream.of("person:*", "x:*", "person:nobody");
        return Stream.of(THINGS.stream(), usersets, others)
                .flatMap(names -> names)
                .toList();
    }

    /// Those that stand after all changes until now.
    List<Relationship> standing() {
        return List.copyOf(standing.values());
    }

    List<Change> changes(int count) {
        var changes = new ArrayList<Change>();
        for (var index = 0; index < count; index++) changes.add(change());
        return changes;
    }

    Relationship relationship() {
        var plain = Relationship.of(one(THINGS), one(RELATIONS), user());
        return switch (random.nextInt(4)) {
            case 0 -> plain.with(new ConditionUse("on_duty", Map.of("until", random.nextInt(3))));
            case 1 -> plain.with(new ConditionUse("in_office", Map.of()));
            default -> plain;
        };
    }

    private Change change() {
        var relationship = relationship();
        var key = relationship.object() + relationship.relation() + "@" + relationship.user();
        if (random.nextInt(3) > 0) {
            standing.put(key, relationship);
            return Change.written(relationship);
        }
        standing.remove(key);
        return Change.deleted(relationship);
    }

    private String user() {
        return switch (random.nextInt(4)) {
            case 0 -> Names.userset(one(THINGS), one(RELATIONS));
            case 1 -> one(List.of("person:*", "x:*"));
            default -> one(THINGS);
        };
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
