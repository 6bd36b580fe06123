package dev.gatehouse.world;

import dev.gatehouse.permissions.check.Question;
import dev.gatehouse.permissions.check.SubjectFilter;
import dev.gatehouse.permissions.relation.Relationship;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The claims of a test: `check`, `list_objects` and `list_users`.
final class ClaimReader {

    private static final Set<String> CHECK =
            WorldReader.names("user", "users", "object", "objects", "context", "contextual_tuples", "assertions");
    private static final Set<String> OBJECTS =
            WorldReader.names("user", "type", "context", "contextual_tuples", "assertions");
    private static final Set<String> SUBJECTS =
            WorldReader.names("object", "user_filter", "context", "contextual_tuples", "assertions");
    private static final Set<String> FILTER = WorldReader.names("type", "relation");
    private static final Set<String> USERS = WorldReader.names("users", "error");

    /// One for every user and every object.
    List<Claim> checks(Part list) {
        var claims = new ArrayList<Claim>();
        for (var part : items(list)) {
            var members = part.members(CHECK);
            var users = oneOrMore(part, members, "user");
            var objects = oneOrMore(part, members, "object");
            for (var assertion : assertions(part, members, ExpectationReader::answer))
                for (var user : users)
                    for (var object : objects)
                        claims.add(new Claim.Check(
                                assertion.place(),
                                new Question(user, assertion.relation(), object, context(members)),
                                contextual(members),
                                assertion.expected()));
        }
        return claims;
    }

    List<Claim> objects(Part list) {
        var claims = new ArrayList<Claim>();
        for (var part : items(list)) {
            var members = part.members(OBJECTS);
            var user = TupleReader.text(part, members, "user");
            var type = TupleReader.text(part, members, "type");
            if (user.isEmpty() || type.isEmpty()) continue;
            for (var assertion : assertions(part, members, ExpectationReader::names))
                claims.add(new Claim.Objects(
                        assertion.place(),
                        user.get(),
                        assertion.relation(),
                        type.get(),
                        context(members),
                        contextual(members),
                        assertion.expected()));
        }
        return claims;
    }

    List<Claim> subjects(Part list) {
        var claims = new ArrayList<Claim>();
        for (var part : items(list)) {
            var members = part.members(SUBJECTS);
            var object = TupleReader.text(part, members, "object");
            var filters = filters(part, members);
            if (object.isEmpty()) continue;
            for (var assertion : assertions(part, members, ClaimReader::users))
                claims.add(new Claim.Subjects(
                        assertion.place(),
                        object.get(),
                        assertion.relation(),
                        filters,
                        context(members),
                        contextual(members),
                        assertion.expected()));
        }
        return claims;
    }

    /// What must be true of one relation.
    private record Assertion(Place place, String relation, Expectation expected) {}

    private static List<Assertion> assertions(
            Part part, Map<String, Part> members, Function<Part, Optional<Expectation>> read) {
        if (!members.containsKey("assertions")) {
            if (part.isMap()) part.fault("There are no assertions here.");
            return List.of();
        }
        var assertions = new ArrayList<Assertion>();
        members.get("assertions")
                .members()
                .forEach((relation, expected) -> read.apply(expected)
                        .ifPresent(known ->
                                assertions.add(new Assertion(expected.keyed().place(), relation, known))));
        return assertions;
    }

    /// `{users: […]}`, or an error.
    private static Optional<Expectation> users(Part part) {
        if (ExpectationReader.isError(part)) return ExpectationReader.error(part);
        var users = part.members(USERS).get("users");
        if (users != null) return ExpectationReader.names(users);
        part.fault("Say users: [person:bob], or users: [].");
        return Optional.empty();
    }

    private static List<SubjectFilter> filters(Part part, Map<String, Part> members) {
        var given = members.get("user_filter");
        if (given == null) {
            if (part.isMap()) part.fault("There is no user_filter here; say user_filter: [{type: person}].");
            return List.of();
        }
        return given.items().stream().flatMap(item -> filter(item).stream()).toList();
    }

    private static Optional<SubjectFilter> filter(Part part) {
        var members = part.members(FILTER);
        var relation = Optional.ofNullable(members.get("relation"))
                .flatMap(Part::scalar)
                .filter(given -> !given.isEmpty());
        return TupleReader.text(part, members, "type").map(type -> new SubjectFilter(type, relation));
    }

    /// `user: person:bob`, or `users: [person:bob, person:eve]`.
    private static List<String> oneOrMore(Part part, Map<String, Part> members, String name) {
        var one = members.get(name);
        var more = members.get(name + "s");
        if (one != null && more != null) more.keyed().fault("There is a " + name + " already.");
        if (one != null) return one.scalar().stream().toList();
        if (more != null) return more.scalars();
        if (part.isMap()) part.fault("There is no " + name + " here, and no " + name + "s.");
        return List.of();
    }

    private static Map<String, Object> context(Map<String, Part> members) {
        return Optional.ofNullable(members.get("context")).map(Part::values).orElse(Map.of());
    }

    private static List<Relationship> contextual(Map<String, Part> members) {
        return Optional.ofNullable(members.get("contextual_tuples")).map(TupleReader::listed).orElse(List.of()).stream()
                .map(RelationshipReader.Written::relationship)
                .toList();
    }

    private static List<Part> items(Part list) {
        return list == null ? List.of() : list.items();
    }
}
