package dev.gatehouse.relation;

import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.permissions.relation.RelationshipFault;
import dev.gatehouse.permissions.relation.RelationshipRules;
import dev.gatehouse.relation.ChangeFault.Kind.OfChanges;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// Whether changes make sense, without a look at what is there.
final class ChangeRules {

    /// Of a relationship's context as JSON, in characters. Who has more to say of it says it with the
    /// question.
    private static final int LONGEST_CONTEXT = 32 * 1024;

    private final List<ChangeFault> faults = new ArrayList<>();

    private ChangeRules() {}

    /// @return every fault, each with its place
    static List<ChangeFault> faults(Changes changes, AuthorizationModel model) {
        var rules = new ChangeRules();
        rules.size(changes);
        if (!rules.faults.isEmpty()) return rules.faults;
        rules.each("writes", changes.writes(), new RelationshipRules(model)::faults);
        rules.contexts(changes.writes());
        // What stands may have come in under an older model, and must be able to go.
        rules.each("deletes", changes.deletes(), RelationshipRules::names);
        rules.twice("writes", changes.writes());
        rules.twice("deletes", changes.deletes());
        rules.preconditions(changes.preconditions());
        return rules.faults;
    }

    private void size(Changes changes) {
        if (changes.size() == 0) add("", OfChanges.EMPTY, "name at least one relationship to write or to delete");
        if (changes.size() > Changes.MOST)
            add("", OfChanges.TOO_MANY, "at most " + Changes.MOST + " at once; there are " + changes.size());
        if (changes.preconditions().size() > Changes.MOST)
            add("preconditions", OfChanges.TOO_MANY, "at most " + Changes.MOST + " at once");
    }

    private void each(
            String list, List<Relationship> relationships, Function<Relationship, List<RelationshipFault>> judge) {
        for (int i = 0; i < relationships.size(); i++) {
            var place = list + "/" + i;
            judge.apply(relationships.get(i)).forEach(fault -> faults.add(ChangeFault.of(place, fault)));
        }
    }

    private void contexts(List<Relationship> relationships) {
        for (int i = 0; i < relationships.size(); i++) {
            var length = ContextJson.context(relationships.get(i)).orElse("").length();
            if (length <= LONGEST_CONTEXT) continue;
            var fault = new RelationshipFault(
                    "condition/context",
                    RelationshipFault.Kind.CONTEXT_TOO_LARGE,
                    "at most " + LONGEST_CONTEXT + " characters of JSON; there are " + length);
            faults.add(ChangeFault.of("writes/" + i, fault));
        }
    }

    private void twice(String list, List<Relationship> relationships) {
        var seen = new HashSet<RelationshipKey>();
        for (int i = 0; i < relationships.size(); i++) {
            var key = RelationshipKey.of(relationships.get(i));
            if (!seen.add(key)) add(list + "/" + i, OfChanges.DUPLICATE, key + " was named before");
        }
    }

    private void preconditions(List<Precondition> preconditions) {
        for (int i = 0; i < preconditions.size(); i++) {
            var place = "preconditions/" + i;
            var wanted = preconditions.get(i);
            if (!wanted.filter().isNarrow())
                add(place, OfChanges.TOO_WIDE, "name at least the object, the user or the type of one");
            var member = place + "/" + wanted.demand().name().toLowerCase(Locale.ROOT);
            wanted.filter().faults().forEach(fault -> faults.add(ChangeFault.of(member, fault)));
        }
    }

    private void add(String place, OfChanges kind, String message) {
        faults.add(new ChangeFault(place, kind, message));
    }
}
