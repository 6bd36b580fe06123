package dev.gatehouse.permissions.relation;

import dev.gatehouse.permissions.model.Condition;
import dev.gatehouse.permissions.relation.RelationshipFault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Whether fixed values fit the parameters of a condition.
final class ContextRules {

    private ContextRules() {}

    static List<RelationshipFault> faults(Condition condition, Map<String, Object> context) {
        var parameters = condition.expression().parameters();
        var faults = new ArrayList<RelationshipFault>();
        context.forEach((name, value) -> {
            var place = "condition/context/" + name;
            var type = parameters.get(name);
            if (type == null)
                faults.add(new RelationshipFault(
                        place,
                        Kind.UNKNOWN_PARAMETER,
                        "the condition " + condition.name() + " has no such parameter; it has "
                                + String.join(", ", parameters.keySet())));
            else
                type.misfit(value).ifPresent(why -> faults.add(new RelationshipFault(place, Kind.MISTYPED_VALUE, why)));
        });
        return faults;
    }
}
