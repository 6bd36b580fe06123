package dev.gatehouse.permissions.check;

import dev.gatehouse.permissions.cel.CelCompilation;
import dev.gatehouse.permissions.cel.CelExpression;
import dev.gatehouse.permissions.cel.CelType;
import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.model.Condition;
import dev.gatehouse.permissions.model.DirectType;
import dev.gatehouse.permissions.model.Relation;
import dev.gatehouse.permissions.model.Rewrite;
import dev.gatehouse.permissions.model.Type;
import dev.gatehouse.permissions.relation.ConditionUse;
import dev.gatehouse.permissions.relation.Names;
import dev.gatehouse.permissions.relation.Relationship;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A model that somebody might write after a long night, and relationships in it: all rewrites in each other,
/// circles, stars, conditions, groups in groups, and some relationships that the model does not allow.
final class RandomWorld {

    private static final List<String> THINGS = List.of("folder", "team");
    private static final List<String> RELATIONS = List.of("a", "b", "c", "d");

    /// The relation that leads from thing to thing.
    private static final String LEADS = "in";

    private static final String CONDITION = "one";

    private static final String GROUP = "group";
    private static final List<String> GROUPS = List.of("1", "2", "3", "4", "5", "6");
    private static final List<String> IN_GROUPS = List.of("member", "lead");

    private final Random random;
    private final AuthorizationModel model;
    private final List<Relationship> relationships;

    RandomWorld(long seed) {
        random = new Random(seed);
        model = AuthorizationModel.of(types(), List.of(condition()));
        relationships = relationships();
    }

    AuthorizationModel model() {
        return model;
    }

    List<Relationship> relationships() {
        if (relationships != null) return relationships;
        var made = new LinkedHashMap<String, Relationship>();
        var many = 6 + random.nextInt(24);
        for (var i = 0; i < many; i++) {
            var one = relationship();
            made.put(one.object() + one.relation() + one.user(), one);
        }
        for (var i = random.nextInt(16); i > 0; i--) {
            var one = membership();
            made.put(one.object() + one.relation() + one.user(), one);
        }
        return new ArrayList<>(made.values());
    }

    Set<String> objects() {
        var objects = new TreeSet<String>();
        for (var thing : THINGS) for (var id : List.of("1", "2", "3")) objects.add(thing + ":" + id);
        for (var id : GROUPS) objects.add(GROUP + ":" + id);
        return objects;
    }

    Set<String> users() {
        var users = new LinkedHashSet<>(List.of("person:alice", "person:bob", "person:*", "folder:1", "team:*"));
        for (var object : List.of("folder:1", "team:2"))
            for (var relation : RELATIONS) users.add(Names.userset(object, relation));
        for (var relation : IN_GROUPS) users.add(Names.userset("group:2", relation));
        return users;
    }

    private List<Type> types() {
        var types = new ArrayList<>(List.of(Type.of("person", List.of())));
        for (var thing : THINGS)
            types.add(Type.of(
                    thing,
                    Stream.concat(
                                    Stream.of(new Relation(LEADS, new Rewrite.This(), leads())),
                                    RELATIONS.stream().map(name -> relation(name)))
                            .toList()));
        types.add(groups());
        return types;
    }

    /// Mostly lists of people and groups; now and then something in them that makes them more.
    private Type groups() {
        var plain = List.of(
                DirectType.of("person"),
                DirectType.userset(GROUP, "member"),
                DirectType.userset(GROUP, any(IN_GROUPS)),
                DirectType.everybody("person"));
        var odd = List.of(
                DirectType.of("person").with(CONDITION),
                DirectType.userset(GROUP, "member").with(CONDITION),
                DirectType.userset("team", any(RELATIONS)));
        return Type.of(
                GROUP, IN_GROUPS.stream().map(name -> group(name, plain, odd)).toList());
    }

    private Relation group(String name, List<DirectType> plain, List<DirectType> odd) {
        var directs = Stream.concat(
                        plain.stream().filter(_ -> random.nextInt(4) > 0),
                        odd.stream().filter(_ -> random.nextInt(12) == 0))
                .distinct()
                .toList();
        var isList = random.nextInt(4) > 0;
        return new Relation(name, isList ? new Rewrite.This() : groupRewrite(name), directs);
    }

    private Rewrite groupRewrite(String name) {
        var other = name.equals("member") ? "lead" : "member";
        return random.nextBoolean()
                ? new Rewrite.Union(List.of(new Rewrite.This(), new Rewrite.ComputedUserset(other)))
                : new Rewrite.Exclusion(new Rewrite.This(), new Rewrite.ComputedUserset(other));
    }

    private List<DirectType> leads() {
        return random.nextInt(3) == 0
                ? List.of(DirectType.of("folder"))
                : List.of(
                        DirectType.of("folder"),
                        DirectType.of("team"),
                        DirectType.of("folder").with(CONDITION));
    }

    private Relation relation(String name) {
        return new Relation(name, rewrite(2), directs());
    }

    private List<DirectType> directs() {
        return Stream.of(
                        DirectType.of("person"),
                        DirectType.everybody("person"),
                        DirectType.of("person").with(CONDITION),
                        DirectType.everybody("person").with(CONDITION),
                        DirectType.userset("team", any(RELATIONS)),
                        DirectType.userset("folder", any(RELATIONS)),
                        DirectType.userset("team", any(RELATIONS)).with(CONDITION),
                        DirectType.of("folder"),
                        DirectType.userset(GROUP, "member"),
                        DirectType.userset(GROUP, any(IN_GROUPS)).with(CONDITION),
                        DirectType.everybody("team"))
                .filter(_ -> random.nextInt(3) > 0)
                .distinct()
                .toList();
    }

    private Rewrite rewrite(int depth) {
        return switch (random.nextInt(depth == 0 ? 6 : 11)) {
            case 0, 1, 2 -> new Rewrite.This();
            case 3, 4 -> new Rewrite.ComputedUserset(any(RELATIONS));
            case 5 -> new Rewrite.TupleToUserset(LEADS, any(RELATIONS));
            case 6, 7 -> new Rewrite.Union(children(depth));
            case 8, 9 -> new Rewrite.Intersection(children(depth));
            default -> new Rewrite.Exclusion(rewrite(depth - 1), rewrite(depth - 1));
        };
    }

    private List<Rewrite> children(int depth) {
        return Stream.generate(() -> rewrite(depth - 1))
                .limit(2 + random.nextInt(2))
                .toList();
    }

    private Relationship relationship() {
        var object = any(THINGS) + ":" + any(List.of("1", "2", "3"));
        if (random.nextInt(4) == 0)
            return condition(Relationship.of(object, LEADS, any(List.copyOf(objects()))), random.nextInt(3) == 0);
        return relationship(
                object, model.relation(Names.type(object), any(RELATIONS)).orElseThrow());
    }

    private Relationship membership() {
        return relationship(
                GROUP + ":" + any(GROUPS), model.relation(GROUP, any(IN_GROUPS)).orElseThrow());
    }

    private Relationship relationship(String object, Relation relation) {
        if (relation.directTypes().isEmpty() || random.nextInt(10) == 0)
            return Relationship.of(object, relation.name(), any(List.copyOf(users())));
        var direct = any(relation.directTypes());
        return condition(
                Relationship.of(object, relation.name(), user(direct)),
                direct.condition().isPresent());
    }

    private String user(DirectType direct) {
        if (direct.wildcard()) return Names.everybody(direct.type());
        var id = any(
                switch (direct.type()) {
                    case "person" -> List.of("alice", "bob");
                    case GROUP -> GROUPS;
                    default -> List.of("1", "2", "3");
                });
        var name = direct.type() + ":" + id;
        return direct.relation().map(relation -> Names.userset(name, relation)).orElse(name);
    }

    /// Met, not met, or never to be known.
    private Relationship condition(Relationship plain, boolean has) {
        if (!has) return plain;
        Map<String, Object> context = switch (random.nextInt(4)) {
            case 0 -> Map.of("x", 2L);
            case 1 -> Map.of();
            default -> Map.of("x", 1L);
        };
        return plain.with(new ConditionUse(CONDITION, context));
    }

    private static Condition condition() {
        var compiled = CelExpression.compile("x == 1", Map.of("x", CelType.Simple.INT));
        return switch (compiled) {
            case CelCompilation.Compiled(var expression) -> new Condition(CONDITION, expression);
            default -> throw new AssertionError(compiled);
        };
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /// For whoever wants to see what went wrong.
    @Override
    public String toString() {
        var text = new StringBuilder();
        model.types()
                .values()
                .forEach(type -> type.relations()
                        .values()
                        .forEach(relation -> text.append(type.name())
                                .append('#')
                                .append(relation.name())
                                .append(' ')
                                .append(relation.directTypes())
                                .append(' ')
                                .append(relation.rewrite())
                                .append('\n')));
        relationships.forEach(one -> text.append(one)
                .append(one.condition()
                        .map(ConditionUse::context)
                        .map(Object::toString)
                        .orElse(""))
                .append('\n'));
        return text.toString();
    }

    /// Which kinds of users lists are asked for.
    static List<SubjectFilter> filters() {
        return List.of(
                SubjectFilter.of("person"),
                SubjectFilter.of("folder"),
                new SubjectFilter("folder", Optional.of("a")),
                new SubjectFilter("team", Optional.of("b")));
    }
}
