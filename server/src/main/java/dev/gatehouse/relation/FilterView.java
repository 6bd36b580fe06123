package dev.gatehouse.relation;

import dev.gatehouse.web.shape.Doc;
import java.util.Optional;

/// A filter of relationships, in a body or in the query.
@Doc("Some relationships: those that have all that is named.")
record FilterView(
        @Doc(value = "TYPE:ID.", example = "document:charter")
        Optional<String> object,

        @Doc(value = "Of whatever object of this type.", example = "document")
        Optional<String> objectType,

        @Doc(value = "Not alone.", example = "viewer") Optional<String> relation,

        @Doc(value = "As it was written: a person is not looked for in groups.", example = "person:bob")
        Optional<String> user,

        @Doc(value = "Of whatever user of this type.", example = "person")
        Optional<String> userType) {

    RelationshipFilter filter() {
        return new RelationshipFilter(object, objectType, relation, user, userType);
    }
}
