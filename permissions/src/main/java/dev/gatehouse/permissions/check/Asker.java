package dev.gatehouse.permissions.check;

import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.model.DirectType;
import dev.gatehouse.permissions.model.Rosters.Roster;
import dev.gatehouse.permissions.relation.Names;
import dev.gatehouse.permissions.relation.Snapshot;

/// The user of a question, as a snapshot knows it: an object such as `person:bob`, a userset such as
/// `group:staff#member`, or everybody of a type.
///
/// @param node in the snapshot, or [Snapshot#NOBODY]
/// @param object of a userset, its object; else [Snapshot#NOBODY]
/// @param everybody the node of everybody of its type, where it is one of them; else [Snapshot#NOBODY]
/// @param relation of a userset; else `null`
record Asker(String name, int node, String type, String relation, int object, boolean isEverybody, int everybody) {

    static Asker of(String name, AuthorizationModel model, Snapshot snapshot) {
        var node = snapshot.find(name);
        var type = Names.type(name);
        if (Names.isUserset(name)) {
            var object = snapshot.find(Names.object(name));
            return new Asker(name, node, type, Names.relation(name), object, false, Snapshot.NOBODY);
        }
        if (Names.isEverybody(name)) return new Asker(name, node, type, null, Snapshot.NOBODY, true, Snapshot.NOBODY);
        var everybody = model.namesEverybody(type) ? snapshot.find(Names.everybody(type)) : Snapshot.NOBODY;
        return new Asker(name, node, type, null, Snapshot.NOBODY, false, everybody);
    }

    boolean isUserset() {
        return relation != null;
    }

    /// Whether it is the userset of this relation of this object.
    boolean isUserset(int itsObject, String itsRelation) {
        return relation != null && object == itsObject && relation.equals(itsRelation);
    }

    /// Whether it is all who are on one of these.
    boolean is(Roster roster) {
        return isUserset()
                && type.equals(roster.type())
                && relation.equals(roster.relation().name());
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
