package dev.gatehouse.permissions.cel;

import dev.gatehouse.permissions.cel.Value.Failure;
import dev.gatehouse.permissions.cel.Value.Text;
import java.util.List;
import java.util.Set;

/// Does beforehand what need not be done at each evaluation: patterns are read, and
/// `timestamp("2026-03-01T00:00:00Z")` is a constant. What is written there and can never be right is found
/// fault with here, where its author sees it.
final class Prepared {

    /// What a literal is made into.
    private static final Set<String> CONSTANTS = Set.of("duration", "timestamp", "ipaddress");

    private Prepared() {}

    static Node call(Function function, List<Node> arguments, List<Syntax> operands, Faults faults) {
        var call = new Node.Call(function, arguments);
        if (arguments.isEmpty() || !(arguments.getLast() instanceof Node.Constant(Text(var text)))) return call;

        var at = operands.getLast().at();
        if (CONSTANTS.contains(function.name()) && arguments.size() == 1)
            return constant(call, new Text(text), at, faults);
        if (function.name().equals("in_cidr") && Network.parse(text).isEmpty())
            faults.add(at, Library.notRange(text).why());
        var matches = function.name().equals("matches") && arguments.size() == 2;
        return matches ? matches(call, text, at, faults) : call;
    }

    private static Node constant(Node.Call call, Text text, int at, Faults faults) {
        var value = call.function().body().apply(new Value[] {text}, new Cost(CelExpression.COST));
        if (value instanceof Failure(var why)) faults.add(at, why);
        return new Node.Constant(value);
    }

    private static Node matches(Node.Call call, String pattern, int at, Faults faults) {
        return switch (Regex.read(pattern)) {
            case Regex.Reading.Read(var regex) ->
                new Node.Matches(call.arguments().getFirst(), regex);
            case Regex.Reading.Refused(var why) -> {
                faults.add(at, why);
                yield call;
            }
        };
    }
}
