package dev.gatehouse.relation;

import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.permissions.relation.ConditionUse;
import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.relation.ChangeFault.Kind.OfState;
import dev.gatehouse.relation.Precondition.Demand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What is left to do of some changes, given what is there; or why nothing may be done.
///
/// @param deletes as they stand, with their conditions
record Verdict(List<Relationship> writes, List<Relationship> deletes, List<ChangeFault> faults) {

    static Verdict of(Changes changes, RelationshipStore store, ReadTx tx, String tenantId) {
        var verdict = new Verdict(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        verdict.preconditions(changes.preconditions(), store, tx, tenantId);
        var keys = Stream.concat(changes.writes().stream(), changes.deletes().stream())
                .map(RelationshipKey::of)
                .distinct()
                .toList();
        var standing = new HashMap<>(store.find(tx, tenantId, keys));
        verdict.deletes(changes, standing);
        verdict.writes(changes, standing);
        return verdict;
    }

    private void preconditions(List<Precondition> preconditions, RelationshipStore store, ReadTx tx, String tenantId) {
        for (int i = 0; i < preconditions.size(); i++) {
            var precondition = preconditions.get(i);
            var wanted = precondition.demand() == Demand.MUST_EXIST;
            if (store.exists(tx, tenantId, precondition.filter()) == wanted) continue;
            var message = precondition.filter() + (wanted ? " is not there" : " is there");
            faults.add(new ChangeFault("preconditions/" + i, OfState.PRECONDITION, message));
        }
    }

    private void deletes(Changes changes, Map<RelationshipKey, Relationship> standing) {
        for (int i = 0; i < changes.deletes().size(); i++) {
            var key = RelationshipKey.of(changes.deletes().get(i));
            var there = standing.remove(key);
            if (there != null) deletes.add(there);
            else if (!changes.mayBeMissing()) add("deletes/" + i, OfState.DOES_NOT_EXIST, key + " is not there");
        }
    }

    private void writes(Changes changes, Map<RelationshipKey, Relationship> standing) {
        for (int i = 0; i < changes.writes().size(); i++) {
            var wanted = changes.writes().get(i);
            var there = standing.get(RelationshipKey.of(wanted));
            if (there == null) writes.add(wanted);
            else if (!ContextJson.areSame(there, wanted)) add("writes/" + i, OfState.DIFFERS, differs(there));
            else if (!changes.mayExist()) add("writes/" + i, OfState.EXISTS, wanted + " is there already");
        }
    }

    private static String differs(Relationship there) {
        var how = there.condition()
                .map(ConditionUse::name)
                .map(name -> "with the condition " + name + " and a context of its own")
                .orElse("without a condition");
        return RelationshipKey.of(there) + " is there " + how + "; delete that one in the same call to replace it";
    }

    private void add(String place, OfState kind, String message) {
        faults.add(new ChangeFault(place, kind, message));
    }
}
