package dev.gatehouse.world;

import dev.gatehouse.permissions.relation.ConditionUse;
import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.world.RelationshipReader.Written;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Relationships as store files write them: `user`, `relation`, `object`, maybe `condition`.
final class TupleReader {

    private static final Set<String> TUPLE = WorldReader.names("user", "relation", "object", "condition");
    private static final Set<String> CONDITION = WorldReader.names("name", "context");

    private TupleReader() {}

    static List<Written> listed(Part list) {
        return list.items().stream().flatMap(item -> one(item).stream()).toList();
    }

    static Optional<Written> one(Part part) {
        var members = part.members(TUPLE);
        var user = text(part, members, "user");
        var relation = text(part, members, "relation");
        var object = text(part, members, "object");
        if (user.isEmpty() || relation.isEmpty() || object.isEmpty()) return Optional.empty();
        var condition = Optional.ofNullable(members.get("condition"))
                .filter(given -> !given.isNothing())
                .flatMap(TupleReader::condition);
        return Optional.of(new Written(
                new Relationship(object.get(), relation.get(), user.get(), condition), part.place(), part.faults()));
    }

    private static Optional<ConditionUse> condition(Part part) {
        var members = part.members(CONDITION);
        var context =
                Optional.ofNullable(members.get("context")).map(Part::values).orElse(Map.of());
        return text(part, members, "name").map(name -> new ConditionUse(name, context));
    }

    /// What must be there, and must be text.
    static Optional<String> text(Part whole, Map<String, Part> members, String name) {
        var member = members.get(name);
        if (member != null) return member.scalar();
        if (whole.isMap()) whole.fault("There is no " + name + " here.");
        return Optional.empty();
    }
}
