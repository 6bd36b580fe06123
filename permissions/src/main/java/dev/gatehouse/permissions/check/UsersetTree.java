package dev.gatehouse.permissions.check;

import java.util.List;

/// Who has a relation to an object, one step far: the shape of the relation's rewrite with the relationships
/// in it.
///
/// @spec https://openfga.dev/docs/interacting/relationship-queries#expand OpenFGA: Expand
public sealed interface UsersetTree {

    /// Of which relation of which object, `document:charter#viewer`.
    String name();

    /// Whom relationships name.
    record Users(String name, List<String> users) implements UsersetTree {}

    /// Whoever is in another userset, `document:charter#editor`.
    record Computed(String name, String userset) implements UsersetTree {}

    /// @param tupleset `document:charter#parent`
    /// @param computed a userset for each object that it leads to, `folder:statutes#viewer`
    record Through(String name, String tupleset, List<String> computed) implements UsersetTree {}

    record Union(String name, List<UsersetTree> children) implements UsersetTree {}

    record Intersection(String name, List<UsersetTree> children) implements UsersetTree {}

    record Difference(String name, UsersetTree base, UsersetTree subtract) implements UsersetTree {}
}
