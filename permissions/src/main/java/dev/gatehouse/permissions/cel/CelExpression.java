package dev.gatehouse.permissions.cel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// A condition's expression with the parameters that it may name, compiled and type-checked.
///
/// It is compiled once and may then be asked by any number of threads. Two are equal if they were written
/// alike over the same parameters.
public final class CelExpression {

    /// How much one evaluation may cost unless its caller says otherwise: about a millisecond or two. A step
    /// of the evaluation costs 1, and so does every tenth character that it must look at.
    public static final long COST = 100_000;

    private final String source;
    private final Map<String, CelType> parameters;
    private final Set<String> used;

    CelExpression(String source, Map<String, CelType> parameters, Set<String> used) {
        this.source = source;
        this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        this.used = used;
    }

    /// Reads, checks and prepares an expression.
    ///
    /// @param parameters in the order in which they were declared
    public static CelCompilation compile(String source, Map<String, CelType> parameters) {
        return new CelCompilation.Compiled(new CelExpression(source, parameters, parameters.keySet()));
    }

    /// As it was written.
    public String source() {
        return source;
    }

    /// In the order in which they were declared.
    public Map<String, CelType> parameters() {
        return parameters;
    }

    /// Those that the expression names, in the order in which they were declared.
    public Set<String> parametersUsed() {
        return used;
    }

    /// @param values by the names of parameters, as JSON has them (`String`, `Boolean`, `Number`, `List`,
    ///     `Map`,
    ///     `null`); others are ignored
    public CelResult evaluate(Map<String, ?> values) {
        return evaluate(values, COST);
    }

    /// @param cost how much it may cost at most, in the measure of [#COST]
    public CelResult evaluate(Map<String, ?> values, long cost) {
        throw new UnsupportedOperationException(source);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CelExpression that && source.equals(that.source) && parameters.equals(that.parameters);
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, parameters);
    }

    @Override
    public String toString() {
        return source;
    }
}
