package dev.gatehouse.relation;

import dev.gatehouse.permissions.relation.ConditionUse;
import dev.gatehouse.permissions.relation.Names;
import dev.gatehouse.permissions.relation.Relationship;
import java.util.Map;
import java.util.Optional;

/// What relationships have in common that a model allows or does not allow together.
///
/// @param user `person`, `group#member` or `person:*`
/// @param condition its name; empty where there is none
record Kind(String objectType, String relation, String user, String condition) {

    static Kind of(Relationship relationship) {
        return new Kind(
                Names.type(relationship.object()),
                relationship.relation(),
                user(relationship.user()),
                ContextJson.name(relationship).orElse(""));
    }

    private static String user(String name) {
        if (Names.isEverybody(name)) return name;
        var type = Names.type(name);
        return Names.isUserset(name) ? type + "#" + Names.relation(name) : type;
    }

    /// One relationship of this kind, for a model to be asked about.
    Relationship example() {
        return new Relationship(
                objectType + ":1",
                relation,
                exampleUser(),
                Optional.of(condition).filter(name -> !name.isEmpty()).map(name -> new ConditionUse(name, Map.of())));
    }

    private String exampleUser() {
        if (Names.isUserset(user)) return user.replace("#", ":1#");
        return user.indexOf(':') < 0 ? user + ":1" : user;
    }
}
