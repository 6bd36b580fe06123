package dev.gatehouse.permissions.cel;

import dev.gatehouse.permissions.cel.Kind.Plain;
import java.util.ArrayList;
import java.util.List;

/// Finds what the names of an expression mean and whether its parts go together, and makes it ready to be
/// evaluated.
final class Checker {

    /// A part and what is known of what it comes to.
    record Checked(Node node, Kind kind) {}

    /// Stands for a part that is at fault, so that nothing else is found fault with on its account.
    static final Checked UNKNOWN = new Checked(new Node.Constant(Value.Null.NULL), Plain.ANY);

    private final Scope scope;
    private final Faults faults;
    private final Calls calls;

    Checker(Scope scope, Faults faults) {
        this.scope = scope;
        this.faults = faults;
        this.calls = new Calls(this, scope, faults);
    }

    /// A condition is true or false; what may be anything is asked to say so by `bool(…)`.
    Node condition(Syntax whole) {
        var checked = check(whole);
        if (checked.kind() != Plain.BOOL && faults.isEmpty())
            faults.add(
                    whole.at(),
                    "a condition must be a bool, and this is " + checked.kind()
                            + (checked.kind() == Plain.ANY ? ": write bool(…) around it" : ""));
        return checked.node();
    }

    Checked check(Syntax syntax) {
        return switch (syntax) {
            case Syntax.Literal(var value, var _) -> new Checked(new Node.Constant(value), kind(value));
            case Syntax.Name name -> name(name);
            case Syntax.Select select -> select(select);
            case Syntax.Call call -> calls.call(call);
            case Syntax.Operation operation -> operation(operation);
            case Syntax.Elements elements -> elements(elements);
            case Syntax.Entries entries -> entries(entries);
        };
    }

    /// One that must be a bool, for which `whose` asks.
    Node truth(Syntax syntax, String whose) {
        var checked = check(syntax);
        if (!Plain.BOOL.accepts(checked.kind()))
            faults.add(syntax.at(), whose + " must be a bool, and this is " + checked.kind());
        return checked.node();
    }

    private static Kind kind(Value literal) {
        return switch (literal) {
            case Value.Bool _ -> Plain.BOOL;
            case Value.Int _ -> Plain.INT;
            case Value.UInt _ -> Plain.UINT;
            case Value.Real _ -> Plain.DOUBLE;
            case Value.Text _ -> Plain.STRING;
            case Value.Null _ -> Plain.NULL;
            default -> Plain.ANY;
        };
    }

    private Checked name(Syntax.Name name) {
        var known = scope.find(name.name());
        if (known.isPresent())
            return new Checked(
                    new Node.Variable(known.get().place()), known.get().kind());
        var type = Types.DENOTED.get(name.name());
        if (type != null) return new Checked(new Node.Constant(type), Plain.TYPE);
        faults.add(name.at(), "unknown name \"" + name.name() + "\": " + scope.known());
        return UNKNOWN;
    }

    private Checked select(Syntax.Select select) {
        var type = Types.DENOTED.get(dotted(select));
        if (type != null && scope.find("google").isEmpty()) return new Checked(new Node.Constant(type), Plain.TYPE);

        var operand = check(select.operand());
        return new Checked(new Node.Select(operand.node(), new Value.Text(select.field())), member(operand, select));
    }

    /// What is known of a member.
    Kind member(Checked operand, Syntax.Select select) {
        if (operand.kind() instanceof Kind.Mapping(var key, var value) && key.accepts(Plain.STRING)) return value;
        if (!operand.kind().isOpen())
            faults.add(
                    select.at(), operand.kind() + " has no members, so no \"" + select.field() + "\": only maps have");
        return Plain.ANY;
    }

    private static String dotted(Syntax syntax) {
        return switch (syntax) {
            case Syntax.Name(var name, var _) -> name;
            case Syntax.Select(Syntax.Select inner, var field, var _, var _) -> dotted(inner) + "." + field;
            case Syntax.Select(Syntax.Name inner, var field, var _, var _) -> inner.name() + "." + field;
            default -> "";
        };
    }

    private Checked operation(Syntax.Operation operation) {
        return switch (operation.symbol()) {
            case "&&" -> new Checked(new Node.And(truths(operation)), Plain.BOOL);
            case "||" -> new Checked(new Node.Or(truths(operation)), Plain.BOOL);
            case "?:" -> conditional(operation);
            default -> calls.operation(operation);
        };
    }

    private List<Node> truths(Syntax.Operation operation) {
        return operation.operands().stream()
                .map(operand -> truth(operand, "what stands beside \"" + operation.symbol() + "\""))
                .toList();
    }

    private Checked conditional(Syntax.Operation operation) {
        var condition = truth(operation.operands().getFirst(), "what stands before \"?\"");
        var yes = check(operation.operands().get(1));
        var no = check(operation.operands().get(2));
        var kind = yes.kind().join(no.kind());
        if (kind.isEmpty())
            faults.add(
                    operation.at(),
                    "both branches must be of one kind, and these are " + yes.kind() + " and " + no.kind());
        return new Checked(new Node.Conditional(condition, yes.node(), no.node()), kind.orElse(Plain.ANY));
    }

    private Checked elements(Syntax.Elements elements) {
        var checked = elements.elements().stream().map(this::check).toList();
        return new Checked(new Node.Elements(nodes(checked)), new Kind.Sequence(common(checked)));
    }

    private Checked entries(Syntax.Entries entries) {
        var keys = new ArrayList<Checked>();
        var values = new ArrayList<Checked>();
        for (var i = 0; i < entries.keysAndValues().size(); i += 2) {
            keys.add(key(entries.keysAndValues().get(i)));
            values.add(check(entries.keysAndValues().get(i + 1)));
        }
        return new Checked(
                new Node.Entries(nodes(keys), nodes(values)), new Kind.Mapping(common(keys), common(values)));
    }

    private Checked key(Syntax syntax) {
        var key = check(syntax);
        var fits = key.kind().isOpen()
                || List.of(Plain.STRING, Plain.INT, Plain.UINT, Plain.BOOL).contains(key.kind());
        if (!fits) faults.add(syntax.at(), "a key is a string, int, uint or bool, and this is " + key.kind());
        return key;
    }

    /// Of mixed elements nothing is known.
    private static Kind common(List<Checked> parts) {
        Kind common = Plain.NOTHING;
        for (var part : parts) common = common.join(part.kind()).orElse(Plain.ANY);
        return common;
    }

    static List<Node> nodes(List<Checked> checked) {
        return checked.stream().map(Checked::node).toList();
    }
}
