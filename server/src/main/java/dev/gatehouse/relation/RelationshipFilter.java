package dev.gatehouse.relation;

import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.permissions.relation.RelationshipFault;
import dev.gatehouse.permissions.relation.RelationshipRules;
import java.util.List;
import java.util.Optional;

/// Some relationships: those that have all that it names.
///
/// @param object `document:charter`
/// @param objectType `document`
/// @param user `person:bob`, `group:staff#member` or `person:*`, looked for as it is
/// @param userType `person`, of usersets and everybody too
public record RelationshipFilter(
        Optional<String> object,
        Optional<String> objectType,
        Optional<String> relation,
        Optional<String> user,
        Optional<String> userType) {

    /// Lets everything through.
    public static final RelationshipFilter ALL = new RelationshipFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /// One relationship, whatever its condition.
    public static RelationshipFilter exactly(Relationship one) {
        return new RelationshipFilter(
                Optional.of(one.object()),
                Optional.empty(),
                Optional.of(one.relation()),
                Optional.of(one.user()),
                Optional.empty());
    }

    /// Whatever anybody has to one object.
    public static RelationshipFilter ofObject(String object) {
        return new RelationshipFilter(
                Optional.of(object), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// Whatever one user was given by name.
    public static RelationshipFilter ofUser(String user) {
        return new RelationshipFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(user), Optional.empty());
    }

    /// With the type of the objects too.
    public RelationshipFilter withObjectType(String type) {
        return new RelationshipFilter(object, Optional.of(type), relation, user, userType);
    }

    /// With the type of the users too.
    public RelationshipFilter withUserType(String type) {
        return new RelationshipFilter(object, objectType, relation, user, Optional.of(type));
    }

    /// With a relation too.
    public RelationshipFilter withRelation(String name) {
        return new RelationshipFilter(object, objectType, Optional.of(name), user, userType);
    }

    /// What is not written as names are.
    List<RelationshipFault> faults() {
        return RelationshipRules.sought(object, user);
    }

    /// Whether an index leads to them: by the object's side or by the user's.
    public boolean isNarrow() {
        return isNarrowByObject() || user.isPresent() || userType.isPresent();
    }

    boolean isNarrowByObject() {
        return object.isPresent() || objectType.isPresent();
    }

    /// In words, as a message names it.
    @Override
    public String toString() {
        return object.or(() -> objectType.map(type -> type + ":…")).orElse("…")
                + "#" + relation.orElse("…")
                + "@" + user.or(() -> userType.map(type -> type + ":…")).orElse("…");
    }
}
