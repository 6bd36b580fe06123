package dev.gatehouse.permissions.model;

import dev.gatehouse.permissions.cel.CelCompilation;
import dev.gatehouse.permissions.cel.CelExpression;
import dev.gatehouse.permissions.cel.CelType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedSet;

/// Makes models that obey every rule: a relation names only those that were defined before it in its type, so
/// that it leads to somebody and never back to itself.
final class RandomModels {

    private static final List<String> WORDS = List.of(
            "or",
            "and",
            "but",
            "not",
            "from",
            "with",
            "type",
            "define",
            "relations",
            "condition",
            "model",
            "schema",
            "extend",
            "module");
    private static final List<String> NAMES =
            List.of("viewer", "can_view", "Owner-2", "a.b/c", "_x", "9lives", "réader", "日本", "\uD83D\uDC3A");

    private final Random random;
    private final boolean isPlain;
    private final List<Condition> conditions = new ArrayList<>();
    private final Map<String, List<String>> relationsByType = new LinkedHashMap<>();

    /// @param isPlain whether names are those that OpenFGA's own text form takes too, and brackets come first
    private RandomModels(Random random, boolean isPlain) {
        this.random = random;
        this.isPlain = isPlain;
    }

    static AuthorizationModel any(Random random) {
        return new RandomModels(random, false).model();
    }

    /// One that OpenFGA's own tools can write as text.
    static AuthorizationModel plain(Random random) {
        return new RandomModels(random, true).model();
    }

    private AuthorizationModel model() {
        for (var name : names(random.nextInt(3))) conditions.add(condition(name));
        var types = new ArrayList<Type>();
        for (var name : names(1 + random.nextInt(4))) types.add(type(name));
        return AuthorizationModel.of(types, conditions);
    }

    private Type type(String name) {
        var relations = new ArrayList<Relation>();
        var known = new ArrayList<String>();
        relationsByType.put(name, known);
        for (var relation : names(random.nextInt(6))) {
            relations.add(relation(relation, relations));
            known.add(relation);
        }
        return Type.of(name, relations);
    }

    private Relation relation(String name, List<Relation> before) {
        var rewrite = before.isEmpty() ? new Rewrite.This() : rewrite(before, 3, true);
        return new Relation(name, rewrite, contains(rewrite) ? directTypes() : List.of());
    }

    private Rewrite rewrite(List<Relation> before, int depth, boolean mayBeThis) {
        if (depth == 0 || random.nextInt(3) == 0) return leaf(before, mayBeThis);
        var first = rewrite(before, depth - 1, mayBeThis);
        var second = rewrite(before, depth - 1, mayBeThis && !isPlain);
        return switch (random.nextInt(3)) {
            case 0 -> new Rewrite.Union(random.nextBoolean() ? List.of(first, second) : List.of(first, second, second));
            case 1 -> new Rewrite.Intersection(List.of(first, second));
            default -> new Rewrite.Exclusion(first, second);
        };
    }

    private Rewrite leaf(List<Relation> before, boolean mayBeThis) {
        if (mayBeThis && random.nextInt(3) == 0) return new Rewrite.This();
        var leading = before.stream().filter(RandomModels::leadsToObjects).toList();
        if (leading.isEmpty() || random.nextBoolean())
            return new Rewrite.ComputedUserset(pick(before).name());
        var tupleset = pick(leading);
        var there = relationsByType.get(pick(tupleset.directTypes()).type());
        return there.isEmpty()
                ? new Rewrite.ComputedUserset(pick(before).name())
                : new Rewrite.TupleToUserset(tupleset.name(), pick(there));
    }

    private static boolean leadsToObjects(Relation relation) {
        return relation.rewrite() instanceof Rewrite.This
                && relation.directTypes().stream()
                        .allMatch(direct ->
                                !direct.wildcard() && direct.relation().isEmpty());
    }

    private List<DirectType> directTypes() {
        var types = new ArrayList<>(List.of(DirectType.of(pick(types()))));
        if (random.nextBoolean()) return types;
        for (var more = random.nextInt(3); more >= 0; more--) {
            var type = pick(types());
            var relations = relationsByType.get(type);
            var direct = relations.isEmpty() || random.nextBoolean()
                    ? random.nextBoolean() ? DirectType.everybody(type) : DirectType.of(type)
                    : DirectType.userset(type, pick(relations));
            types.add(
                    conditions.isEmpty() || random.nextBoolean()
                            ? direct
                            : direct.with(pick(conditions).name()));
        }
        return types;
    }

    private List<String> types() {
        return List.copyOf(relationsByType.keySet());
    }

    private Condition condition(String name) {
        var parameters = new LinkedHashMap<String, CelType>();
        parameters.put("day", CelType.Simple.INT);
        parameters.put("words", new CelType.ListOf(CelType.Simple.STRING));
        if (random.nextBoolean()) parameters.put("at", CelType.Simple.TIMESTAMP);
        var sources = isPlain
                ? List.of("day < 6", "day > 0 &&\n    day < 6", "words.size() > day")
                : List.of("{'}': day}['}'] > 0", "words[0] == \" # { \" // }", "words == ['''\n}''']\n|| day > 2");
        return switch (CelExpression.compile(pick(sources), parameters)) {
            case CelCompilation.Compiled(var expression) -> new Condition(name, expression);
            case CelCompilation.Faulty(var faults) -> throw new AssertionError(faults);
        };
    }

    private SequencedSet<String> names(int count) {
        var names = new LinkedHashSet<String>();
        while (names.size() < count) {
            if (isPlain) names.add("name_" + random.nextInt(20));
            else names.add(random.nextBoolean() ? pick(WORDS) : pick(NAMES));
        }
        return names;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static boolean contains(Rewrite rewrite) {
        return switch (rewrite) {
            case Rewrite.This() -> true;
            case Rewrite.ComputedUserset _, Rewrite.TupleToUserset _ -> false;
            case Rewrite.Union(var children) -> children.stream().anyMatch(RandomModels::contains);
            case Rewrite.Intersection(var children) -> children.stream().anyMatch(RandomModels::contains);
            case Rewrite.Exclusion(var base, var subtract) -> contains(base) || contains(subtract);
        };
    }
}
