package dev.gatehouse.permissions.cel;

import java.util.Map;

/// An expression with the values that a question gives for it. It is evaluated again and again, for all the
/// relationships that carry the condition; each value is made into one of the declared type when it is first
/// needed, and a list of a thousand is not read a thousand times.
///
/// It belongs to one thread.
public final class CelQuestion {

    private final CelExpression expression;
    private final Map<String, ?> values;

    /// What was made of the values; `null` where none was needed yet.
    private final Value[] made;

    /// What it comes to where nothing is added; `null` while nobody asked.
    private CelResult alone;

    CelQuestion(CelExpression expression, Map<String, ?> values) {
        this.expression = expression;
        this.values = values;
        this.made = new Value[expression.parameters().size()];
    }

    /// @param added values that come before those of the question, as JSON has them
    public CelResult evaluate(Map<String, ?> added) {
        if (!added.isEmpty()) return evaluate(added, CelExpression.COST);
        if (alone == null) alone = evaluate(added, CelExpression.COST);
        return alone;
    }

    /// @param cost as of [CelExpression#evaluate(Map, long)]
    CelResult evaluate(Map<String, ?> added, long cost) {
        var all = new Value[made.length];
        var place = 0;
        for (var parameter : expression.parameters().entrySet()) {
            var name = parameter.getKey();
            all[place] = added.containsKey(name)
                    ? value(added.get(name), name, parameter.getValue())
                    : ofQuestion(name, parameter.getValue(), place);
            if (all[place] instanceof Value.Failure(var why)) return new CelResult.Failed(why);
            place++;
        }
        return expression.evaluate(all, new Cost(cost));
    }

    private Value ofQuestion(String name, CelType type, int place) {
        if (made[place] == null)
            made[place] = values.containsKey(name) ? value(values.get(name), name, type) : Value.Unknown.of(place);
        return made[place];
    }

    private static Value value(Object json, String name, CelType type) {
        var value = Coercion.coerce(json, type);
        return value instanceof Value.Failure(var why)
                ? new Value.Failure("parameter \"" + name + "\": " + why)
                : value;
    }
}
