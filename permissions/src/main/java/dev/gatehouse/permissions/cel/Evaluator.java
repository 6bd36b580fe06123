package dev.gatehouse.permissions.cel;

import dev.gatehouse.permissions.cel.Value.Bool;
import dev.gatehouse.permissions.cel.Value.Failure;
import dev.gatehouse.permissions.cel.Value.Text;
import dev.gatehouse.permissions.cel.Value.Trouble;
import dev.gatehouse.permissions.cel.Value.Unknown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One evaluation: values go up the tree, and so do troubles, until something decides without them.
///
/// @spec https://github.com/google/cel-spec/blob/master/doc/langdef.md#evaluation CEL: Evaluation
final class Evaluator {

    /// Parameters, and behind them what the macros look at.
    private final Value[] places;
    private final Cost cost;

    Evaluator(Value[] places, Cost cost) {
        this.places = places;
        this.cost = cost;
    }

    Value value(Node node) {
        cost.pay(1);
        if (cost.isSpent()) return cost.tooDear();
        return switch (node) {
            case Node.Constant(var value) -> value;
            case Node.Variable(var place) -> places[place];
            case Node.Select(var operand, var field) -> select(value(operand), field);
            case Node.Has(var operand, var field) -> has(value(operand), field);
            case Node.Call(var function, var arguments) -> call(function, arguments);
            case Node.Matches(var text, var pattern) -> matches(value(text), pattern);
            case Node.Conditional(var condition, var yes, var no) -> conditional(value(condition), yes, no);
            case Node.And(var operands) -> decided(operands, Bool.FALSE);
            case Node.Or(var operands) -> decided(operands, Bool.TRUE);
            case Node.Elements(var elements) -> elements(elements);
            case Node.Entries(var keys, var values) -> entries(keys, values);
            case Node.Loop loop -> loop(loop);
        };
    }

    private static Value select(Value operand, Text field) {
        return operand instanceof Trouble ? operand : Containers.select(operand, field);
    }

    private static Value has(Value operand, Text field) {
        return operand instanceof Trouble ? operand : Containers.has(operand, field);
    }

    private Value matches(Value text, Regex pattern) {
        return switch (text) {
            case Trouble trouble -> trouble;
            case Text(var searched) -> pattern.isFoundIn(searched, cost);
            default -> misfit("matches", text);
        };
    }

    private Value conditional(Value condition, Node yes, Node no) {
        return switch (condition) {
            case Bool is -> value(is == Bool.TRUE ? yes : no);
            case Trouble trouble -> trouble;
            default -> misfit("?:", condition);
        };
    }

    /// `&&` and `||`: one operand may decide whatever becomes of the others, in whichever order they stand.
    private Value decided(List<Node> operands, Bool decisive) {
        Value outcome = Bool.of(decisive == Bool.FALSE);
        for (var operand : operands) {
            var value = value(operand);
            if (value == decisive) return decisive;
            outcome = worse(
                    outcome, value instanceof Bool || value instanceof Trouble ? value : misfit("&& or ||", value));
        }
        return outcome;
    }

    /// Of two outcomes of which neither decides: what was not given could still do so, a failure never will.
    static Value worse(Value one, Value other) {
        if (!(other instanceof Trouble)) return one;
        if (one instanceof Unknown mine) return other instanceof Unknown theirs ? mine.and(theirs) : mine;
        return one instanceof Failure && other instanceof Failure ? one : other;
    }

    private Value call(Function function, List<Node> nodes) {
        var values = new Value[nodes.size()];
        Value trouble = Bool.TRUE;
        for (var i = 0; i < values.length; i++) {
            values[i] = value(nodes.get(i));
            trouble = worse(trouble, values[i]);
        }
        if (trouble instanceof Trouble) return trouble;
        var result = function.body().apply(values, cost);
        return result == Function.MISFIT
                ? new Failure(
                        function.misfit(Arrays.stream(values).map(Value::kind).toList()))
                : result;
    }

    private Value elements(List<Node> nodes) {
        var values = new ArrayList<Value>(nodes.size());
        var trouble = all(nodes, values);
        return trouble instanceof Trouble ? trouble : new Value.Sequence(values);
    }

    private Value entries(List<Node> keyNodes, List<Node> valueNodes) {
        var keys = new ArrayList<Value>(keyNodes.size());
        var values = new ArrayList<Value>(valueNodes.size());
        var trouble = worse(all(keyNodes, keys), all(valueNodes, values));
        return trouble instanceof Trouble ? trouble : Containers.map(keys, values);
    }

    /// @return a trouble if any of them is one
    private Value all(List<Node> nodes, List<Value> values) {
        Value trouble = Bool.TRUE;
        for (var node : nodes) {
            var value = value(node);
            values.add(value);
            trouble = worse(trouble, value);
        }
        return trouble;
    }

    private Value loop(Node.Loop loop) {
        return switch (value(loop.range())) {
            case Trouble trouble -> trouble;
            case Value.Sequence(var elements) -> new Walk(this, loop, cost).over(elements);
            case Value.Mapping(var entries) -> new Walk(this, loop, cost).over(entries.keySet());
            case Value other -> new Failure("only a list or a map can be walked over, and this is " + other.kind());
        };
    }

    /// The value of a node while a macro looks at one element.
    Value valueAt(int place, Value element, Node node) {
        places[place] = element;
        return value(node);
    }

    static Failure misfit(String asking, Value found) {
        return new Failure("\"" + asking + "\" does not go with " + found.kind());
    }
}
