package dev.gatehouse.permissions.cel;

import dev.gatehouse.permissions.cel.CelCompilation.Compiled;
import dev.gatehouse.permissions.cel.CelCompilation.Faulty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How the tests write conditions.
final class Conditions {

    private Conditions() {}

    /// @param declared names and types by turns
    static Map<String, CelType> parameters(String... declared) {
        var parameters = new LinkedHashMap<String, CelType>();
        for (var i = 0; i < declared.length; i += 2)
            parameters.put(declared[i], CelType.parse(declared[i + 1]).orElseThrow());
        return parameters;
    }

    static CelExpression expression(String source, Map<String, CelType> parameters) {
        return switch (CelExpression.compile(source, parameters)) {
            case Compiled(var expression) -> expression;
            case Faulty(var faults) -> throw new AssertionError(source + " → " + faults);
        };
    }

    static List<String> faults(String source, String... declared) {
        return switch (CelExpression.compile(source, parameters(declared))) {
            case Compiled _ -> List.of();
            case Faulty(var faults) -> faults.stream().map(CelFault::toString).toList();
        };
    }

    static CelResult evaluate(String source) {
        return expression(source, Map.of()).evaluate(Map.of());
    }
}
