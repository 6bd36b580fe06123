package dev.gatehouse.permissions.model;

import dev.gatehouse.permissions.cel.CelType;
import java.util.List;
import java.util.Optional;

/// A model as somebody wrote it, before anybody asked whether it makes sense: names may be twice there or
/// stand for nothing. Every word knows its place, so that a fault can be told where it is.
record Draft(Word schemaVersion, List<Draft.Type> types, List<Draft.Condition> conditions) {

    record Type(Word name, List<Relation> relations) {}

    record Relation(Word name, Rewrite rewrite, List<Direct> directTypes) {}

    /// One of those in brackets.
    record Direct(Word type, Optional<Word> relation, boolean wildcard, Optional<Word> condition) {

        DirectType finished() {
            return new DirectType(type.text(), relation.map(Word::text), wildcard, condition.map(Word::text));
        }

        Place place() {
            return type.place();
        }
    }

    sealed interface Rewrite {

        /// @param place of the brackets
        record This(Place place) implements Rewrite {}

        record Computed(Word relation) implements Rewrite {}

        record From(Word computed, Word tupleset) implements Rewrite {}

        record Union(List<Rewrite> children) implements Rewrite {}

        record Intersection(List<Rewrite> children) implements Rewrite {}

        record Exclusion(Rewrite base, Rewrite subtract) implements Rewrite {}

        /// Something that could not be read: its fault is told already, and no other should be told because
        /// of it.
        record Unreadable() implements Rewrite {}
    }

    /// @param expression the place is where it begins
    record Condition(Word name, List<Parameter> parameters, Word expression) {}

    record Parameter(Word name, CelType type) {}
}
