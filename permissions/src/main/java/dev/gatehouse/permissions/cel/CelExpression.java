package dev.gatehouse.permissions.cel;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.toCollection;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
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

    /// Longer than anybody writes by hand.
    private static final int LONGEST = 50_000;

    private final String source;
    private final Map<String, CelType> parameters;
    private final Set<String> used;
    private final Node condition;
    private final int width;

    private CelExpression(String source, Map<String, CelType> parameters, Node condition, Scope scope) {
        this.source = source;
        this.parameters = parameters;
        this.condition = condition;
        this.used = named(parameters, scope.used());
        this.width = scope.width();
    }

    /// Reads, checks and prepares an expression.
    ///
    /// Of what is wrong with its words everything is told; of its grammar the first mistake, since the rest
    /// would be guessed; and of its types everything, once the grammar is right.
    ///
    /// @param parameters in the order in which they were declared
    public static CelCompilation compile(String source, Map<String, CelType> parameters) {
        var declared = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        var faults = new Faults(source);
        if (source.length() > LONGEST) {
            faults.add(LONGEST, "a condition has at most " + LONGEST + " characters");
            return new CelCompilation.Faulty(faults.inOrder());
        }
        var scope = new Scope(declared);
        var tokens = Lexer.read(source, faults);
        if (!faults.isEmpty()) return new CelCompilation.Faulty(faults.inOrder());
        var syntax = Parser.parse(tokens, faults);
        if (!faults.isEmpty()) return new CelCompilation.Faulty(faults.inOrder());
        var condition = new Checker(scope, faults).condition(syntax);
        return faults.isEmpty()
                ? new CelCompilation.Compiled(new CelExpression(source, declared, condition, scope))
                : new CelCompilation.Faulty(faults.inOrder());
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
        return new CelQuestion(this, values).evaluate(Map.of(), cost);
    }

    /// For whoever evaluates it more than once with nearly the same values.
    public CelQuestion with(Map<String, ?> values) {
        return new CelQuestion(this, values);
    }

    /// @param parameterValues in the order in which the parameters were declared
    CelResult evaluate(Value[] parameterValues, Cost cost) {
        var value = new Evaluator(Arrays.copyOf(parameterValues, width), cost).value(condition);
        return switch (cost.isSpent() ? cost.tooDear() : value) {
            case Value.Bool is -> new CelResult.Holds(is == Value.Bool.TRUE);
            case Value.Unknown(var missing) -> new CelResult.Missing(List.copyOf(named(parameters, missing)));
            case Value.Failure(var why) -> new CelResult.Failed(why);
            case Value other -> new CelResult.Failed("the condition came to " + other.kind() + ", not to a bool");
        };
    }

    private static Set<String> named(Map<String, CelType> parameters, BitSet places) {
        var names = List.copyOf(parameters.keySet());
        return places.stream()
                .mapToObj(names::get)
                .collect(collectingAndThen(toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
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
