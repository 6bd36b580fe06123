package dev.gatehouse.permissions.relation;

import dev.gatehouse.permissions.cel.CelType;
import dev.gatehouse.permissions.model.Condition;
import dev.gatehouse.permissions.relation.RelationshipFault.Kind;
import java.math.BigDecimal;
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
            else if (!fits(type, value)) faults.add(new RelationshipFault(place, Kind.MISTYPED_VALUE, "is no " + type));
        });
        return faults;
    }

    private static boolean fits(CelType type, Object value) {
        return switch (type) {
            case CelType.Simple simple -> fits(simple, value);
            case CelType.ListOf(var element) ->
                value instanceof List<?> list && list.stream().allMatch(each -> fits(element, each));
            case CelType.MapOf(var member) ->
                value instanceof Map<?, ?> map && map.values().stream().allMatch(each -> fits(member, each));
        };
    }

    private static boolean fits(CelType.Simple type, Object value) {
        return switch (type) {
            case BOOL -> value instanceof Boolean;
            case STRING, DURATION, TIMESTAMP, IPADDRESS -> value instanceof String;
            case INT, UINT, DOUBLE -> value instanceof Number || value instanceof String text && isNumber(text);
            case ANY -> true;
        };
    }

    private static boolean isNumber(String text) {
        try {
            new BigDecimal(text);
            return true;
        } catch (NumberFormatException _) {
            return false;
        }
    }
}
