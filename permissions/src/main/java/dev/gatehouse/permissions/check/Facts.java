package dev.gatehouse.permissions.check;

import static dev.gatehouse.permissions.check.Verdict.ALLOWED;
import static dev.gatehouse.permissions.check.Verdict.DENIED;
import static dev.gatehouse.permissions.check.Verdict.UNDECIDED;

import dev.gatehouse.permissions.model.DirectType;
import dev.gatehouse.permissions.model.Relation;
import dev.gatehouse.permissions.relation.Snapshot;

/// What single relationships say. One counts only if the brackets of its relation allow it in the model that
/// is asked, and if its condition is met.
record Facts(Snapshot snapshot, Asker user, Circumstances circumstances) {

    /// Whether a relationship names the user, or everybody of its type.
    Verdict nameTheUser(int object, Relation relation) {
        var verdict = DENIED;
        for (var i = 0; i < relation.directTypes().size() && verdict != ALLOWED; i++) {
            var direct = relation.directTypes().get(i);
            if (user.is(direct)) verdict = verdict.or(nameOne(object, relation, user.node(), direct));
            else if (user.isAmong(direct)) verdict = verdict.or(nameOne(object, relation, user.everybody(), direct));
        }
        return verdict;
    }

    private Verdict nameOne(int object, Relation relation, int node, DirectType direct) {
        return counts(snapshot.edge(object, relation.name(), node), direct);
    }

    /// Whether a relationship counts that names a userset.
    Verdict countForUserset(int edge, Relation relation, int userset) {
        var type = snapshot.type(userset);
        var itsRelation = snapshot.relation(userset);
        var verdict = DENIED;
        for (var i = 0; i < relation.directTypes().size(); i++) {
            var direct = relation.directTypes().get(i);
            if (direct.isUserset(type, itsRelation)) verdict = verdict.or(counts(edge, direct));
        }
        return verdict;
    }

    /// Whether a relationship counts that names an object.
    Verdict countForObject(int edge, Relation relation, int object) {
        var type = snapshot.type(object);
        var verdict = DENIED;
        for (var i = 0; i < relation.directTypes().size(); i++) {
            var direct = relation.directTypes().get(i);
            if (direct.isObject(type)) verdict = verdict.or(counts(edge, direct));
        }
        return verdict;
    }

    private Verdict counts(int edge, DirectType direct) {
        var verdict = Brackets.carries(direct, snapshot, edge);
        return verdict == UNDECIDED ? circumstances.judge(snapshot.condition(edge)) : verdict;
    }
}
