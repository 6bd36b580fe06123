package dev.gatehouse.permissions.cel;

import dev.gatehouse.permissions.cel.Checker.Checked;
import dev.gatehouse.permissions.cel.Kind.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Checks what looks like a call: operators, functions, `has()` and the macros.
final class Calls {

    /// Functions of CEL or its extensions that people look for here.
    private static final Map<String, String> ELSEWHERE = Map.of(
            "bytes", "there are no byte strings in conditions",
            "lowerAscii", "there is no change of case in conditions",
            "split", "strings are not split in conditions",
            "ip", "an address is ipaddress(\"…\")");

    private final Checker checker;
    private final Scope scope;
    private final Faults faults;

    Calls(Checker checker, Scope scope, Faults faults) {
        this.checker = checker;
        this.scope = scope;
        this.faults = faults;
    }

    Checked operation(Syntax.Operation operation) {
        return apply(
                Operators.called(operation.symbol(), operation.operands().size()),
                operation.operands(),
                operation.at());
    }

    Checked call(Syntax.Call call) {
        if (call.target().isEmpty()) return call.function().equals("has") ? has(call) : global(call);
        var macro = Macro.called(call.function(), call.arguments().size());
        return macro.isPresent()
                ? loop(macro.get(), call, call.target().get())
                : member(call, call.target().get());
    }

    private Checked has(Syntax.Call call) {
        if (call.arguments().size() != 1 || !(call.arguments().getFirst() instanceof Syntax.Select select)) {
            faults.add(call.at(), "has() takes one member of a map, as in has(person.name)");
            return new Checked(Checker.UNKNOWN.node(), Plain.BOOL);
        }
        var operand = checker.check(select.operand());
        checker.member(operand, select);
        return new Checked(new Node.Has(operand.node(), new Value.Text(select.field())), Plain.BOOL);
    }

    private Checked global(Syntax.Call call) {
        var function = Library.find(call.function());
        if (function.isPresent() && function.get().isGlobal())
            return apply(function.get(), call.arguments(), call.at());
        return unknown(call, function.isPresent() ? ": it is called after a dot, x." + call.function() + "()" : "");
    }

    private Checked member(Syntax.Call call, Syntax target) {
        var function = Library.find(call.function());
        var arguments = new ArrayList<>(List.of(target));
        arguments.addAll(call.arguments());
        if (function.isPresent() && function.get().isMember()) return apply(function.get(), arguments, call.at());
        checker.check(target);
        return unknown(call, function.isPresent() ? ": it is called without a dot, " + call.function() + "(x)" : "");
    }

    private Checked unknown(Syntax.Call call, String hint) {
        var macro = Macro.usage(call.function());
        var elsewhere = Optional.ofNullable(ELSEWHERE.get(call.function())).map(": "::concat);
        faults.add(call.at(), macro.orElse("unknown function " + call.function() + "()" + elsewhere.orElse(hint)));
        return Checker.UNKNOWN;
    }

    private Checked apply(Function function, List<Syntax> operands, int at) {
        var arguments = operands.stream().map(checker::check).toList();
        var kinds = arguments.stream().map(Checked::kind).toList();
        var result = function.signature().result(kinds);
        if (result.isEmpty())
            faults.add(at, function.misfit(kinds.stream().map(Kind::toString).toList()) + hint(function, kinds));
        return new Checked(
                Prepared.call(function, Checker.nodes(arguments), operands, faults), result.orElse(Plain.ANY));
    }

    /// What is tried most often: to mix numbers.
    private static String hint(Function function, List<Kind> kinds) {
        var numbers = List.of(Plain.INT, Plain.UINT, Plain.DOUBLE);
        var mixed = function.call() == Function.Call.OPERATOR && kinds.size() == 2 && numbers.containsAll(kinds);
        return mixed && !kinds.getFirst().equals(kinds.getLast())
                ? ": convert one, as in " + kinds.getFirst() + "(…)"
                : "";
    }

    private Checked loop(Macro macro, Syntax.Call call, Syntax target) {
        var range = checker.check(target);
        if (!(call.arguments().getFirst() instanceof Syntax.Name variable)) {
            faults.add(
                    call.arguments().getFirst().at(), call.function() + "() takes first a name for what it looks at");
            return Checker.UNKNOWN;
        }
        var place = scope.enter(variable.name(), element(range.kind(), call));
        try {
            return loop(macro, range, place, call.arguments());
        } finally {
            scope.leave();
        }
    }

    private Checked loop(Macro macro, Checked range, int place, List<Syntax> arguments) {
        var last = arguments.getLast();
        if (macro != Macro.MAP) {
            var condition = checker.truth(last, "what is asked of each");
            var kind = macro == Macro.FILTER ? new Kind.Sequence(element(range.kind())) : Plain.BOOL;
            return new Checked(new Node.Loop(macro, range.node(), place, condition, condition), kind);
        }
        var condition = arguments.size() == 3
                ? checker.truth(arguments.get(1), "what is asked of each")
                : new Node.Constant(Value.Bool.TRUE);
        var result = checker.check(last);
        return new Checked(
                new Node.Loop(macro, range.node(), place, condition, result.node()), new Kind.Sequence(result.kind()));
    }

    private Kind element(Kind range, Syntax.Call call) {
        var walks = range.isOpen() || range instanceof Kind.Sequence || range instanceof Kind.Mapping;
        if (!walks) faults.add(call.at(), call.function() + "() walks over a list or a map, and this is " + range);
        return element(range);
    }

    private static Kind element(Kind range) {
        return switch (range) {
            case Kind.Sequence(var element) -> element;
            case Kind.Mapping(var key, var _) -> key;
            case Plain _ -> Plain.ANY;
        };
    }
}
