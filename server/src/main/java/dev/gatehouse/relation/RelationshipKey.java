package dev.gatehouse.relation;

import dev.gatehouse.permissions.relation.Relationship;

/// What tells relationships apart: two that differ in their conditions only are the same one.
record RelationshipKey(String object, String relation, String user) {

    static RelationshipKey of(Relationship relationship) {
        return new RelationshipKey(relationship.object(), relationship.relation(), relationship.user());
    }

    @Override
    public String toString() {
        return object + "#" + relation + "@" + user;
    }
}
