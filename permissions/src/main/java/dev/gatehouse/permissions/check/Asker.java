package dev.gatehouse.permissions.check;

import dev.gatehouse.permissions.model.DirectType;
import dev.gatehouse.permissions.relation.Names;
import dev.gatehouse.permissions.relation.Snapshot;

/// The user of a question, as a snapshot knows it: an object such as `person:bob`, a userset such as
/// `group:staff#member`, or everybody of a type.
///
/// @param node in the snapshot, or [Snapshot#NOBODY]
/// @param everybody the node of everybody of its type, where it is one of them; else [Snapshot#NOBODY]
/// @param relation of a userset; else `null`
record Asker(String name, int node, String type, String relation, boolean isEverybody, int everybody) {

    static Asker of(String name, Snapshot snapshot) {
        var type = Names.type(name);
        var relation = Names.isUserset(name) ? Names.relation(name) : null;
        var isEverybody = Names.isEverybody(name);
        var isOne = relation == null && !isEverybody;
        var everybody = isOne ? snapshot.find(Names.everybody(type)) : Snapshot.NOBODY;
        return new Asker(name, snapshot.find(name), type, relation, isEverybody, everybody);
    }

    boolean isUserset() {
        return relation != null;
    }

    /// Whether it is itself what the brackets of a relation allow.
    boolean is(DirectType direct) {
        return direct.type().equals(type)
                && direct.wildcard() == isEverybody
                && (relation == null
                        ? direct.relation().isEmpty()
                        : direct.relation().filter(relation::equals).isPresent());
    }

    /// Whether it is among the everybody that the brackets of a relation allow.
    boolean isAmong(DirectType direct) {
        return everybody != Snapshot.NOBODY
                && direct.wildcard()
                && direct.type().equals(type);
    }
}
