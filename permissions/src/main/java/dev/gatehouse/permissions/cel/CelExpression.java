package dev.gatehouse.permissions.cel;

import java.util.Map;

/// A condition's expression with the parameters that it may name, compiled and type-checked.
public final class CelExpression {

    private final String source;
    private final Map<String, CelType> parameters;

    private CelExpression(String source, Map<String, CelType> parameters) {
        this.source = source;
        this.parameters = parameters;
    }

    /// As it was written.
    public String source() {
        return source;
    }

    /// In the order in which they were declared.
    public Map<String, CelType> parameters() {
        return parameters;
    }

    /// @param values by the names of parameters, as JSON has them; others are ignored
    public CelResult evaluate(Map<String, Object> values) {
        throw new UnsupportedOperationException(source);
    }
}
