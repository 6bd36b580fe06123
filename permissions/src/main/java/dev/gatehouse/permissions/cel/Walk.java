package dev.gatehouse.permissions.cel;

import dev.gatehouse.permissions.cel.Value.Bool;
import dev.gatehouse.permissions.cel.Value.Trouble;
import java.util.ArrayList;
import java.util.Collection;

/// A macro on its way over a list or the keys of a map.
///
/// @spec https://github.com/google/cel-spec/blob/master/doc/langdef.md#macros CEL: Macros
final class Walk {

    private final Evaluator evaluator;
    private final Node.Loop loop;
    private final Cost cost;

    Walk(Evaluator evaluator, Node.Loop loop, Cost cost) {
        this.evaluator = evaluator;
        this.loop = loop;
        this.cost = cost;
    }

    Value over(Collection<Value> elements) {
        return switch (loop.macro()) {
            case ALL -> decided(elements, Bool.FALSE);
            case EXISTS -> decided(elements, Bool.TRUE);
            case EXISTS_ONE -> exactlyOne(elements);
            case FILTER, MAP -> gathered(elements);
        };
    }

    /// As `&&` or `||` between all of them would be.
    private Value decided(Collection<Value> elements, Bool decisive) {
        Value outcome = Bool.of(decisive == Bool.FALSE);
        for (var element : elements) {
            var value = condition(element);
            if (value == decisive || cost.isSpent()) return value;
            outcome = Evaluator.worse(outcome, value);
        }
        return outcome;
    }

    private Value exactlyOne(Collection<Value> elements) {
        Value trouble = Bool.TRUE;
        var count = 0;
        for (var element : elements) {
            var value = condition(element);
            if (cost.isSpent()) return value;
            if (value == Bool.TRUE) count++;
            trouble = Evaluator.worse(trouble, value);
        }
        return trouble instanceof Trouble ? trouble : Bool.of(count == 1);
    }

    private Value gathered(Collection<Value> elements) {
        var gathered = new ArrayList<Value>();
        Value trouble = Bool.TRUE;
        for (var element : elements) {
            var value = condition(element);
            if (value == Bool.TRUE) {
                value = loop.macro() == Macro.MAP ? evaluator.valueAt(loop.place(), element, loop.result()) : element;
                gathered.add(value);
            }
            if (cost.isSpent()) return cost.tooDear();
            trouble = Evaluator.worse(trouble, value);
        }
        return trouble instanceof Trouble ? trouble : new Value.Sequence(gathered);
    }

    private Value condition(Value element) {
        var value = evaluator.valueAt(loop.place(), element, loop.condition());
        return value instanceof Bool || value instanceof Trouble
                ? value
                : Evaluator.misfit("a macro's condition", value);
    }
}
