package dev.gatehouse.permissions.model;

import java.util.Optional;

/// Whom a relationship may name, as it stands in the brackets of a relation: `person`, `person:*`,
/// `group#member`, each maybe `with` a condition.
///
/// @param relation of a userset, `member` in `group#member`
/// @param wildcard whether it is everybody of the type, `person:*`
/// @param condition the name of the condition that such a relationship must carry; none may be carried
///     without it
public record DirectType(String type, Optional<String> relation, boolean wildcard, Optional<String> condition) {

    public DirectType {
        type = type.intern();
        relation = relation.map(String::intern);
        condition = condition.map(String::intern);
        if (wildcard && relation.isPresent())
            throw new IllegalArgumentException("everybody of a type has no relation: " + type);
    }

    /// One object of the type, without a condition.
    public static DirectType of(String type) {
        return new DirectType(type, Optional.empty(), false, Optional.empty());
    }

    /// All who have the relation to one object of the type.
    public static DirectType userset(String type, String relation) {
        return new DirectType(type, Optional.of(relation), false, Optional.empty());
    }

    /// Everybody of the type.
    public static DirectType everybody(String type) {
        return new DirectType(type, Optional.empty(), true, Optional.empty());
    }

    /// The same users, whose relationships must carry a condition.
    ///
    /// @param name of the condition
    public DirectType with(String name) {
        return new DirectType(type, relation, wildcard, Optional.of(name));
    }

    /// Whether it allows one object of the type.
    public boolean isObject(String other) {
        return !wildcard && relation.isEmpty() && type.equals(other);
    }

    /// Whether it allows all who have the relation to an object of the type.
    public boolean isUserset(String other, String itsRelation) {
        return relation.isPresent() && type.equals(other) && relation.get().equals(itsRelation);
    }

    /// As it is written in the language, `group#member with on_duty`.
    @Override
    public String toString() {
        var name = type + (wildcard ? ":*" : "") + relation.map("#"::concat).orElse("");
        return name + condition.map(" with "::concat).orElse("");
    }
}
