package dev.gatehouse.permissions.cel;

import java.util.List;

/// An expression ready to be evaluated: every name is a place, every function known.
sealed interface Node {

    record Constant(Value value) implements Node {}

    /// A parameter, or what a macro walks over.
    ///
    /// @param place in the row of values: parameters first
    record Variable(int place) implements Node {}

    record Select(Node operand, Value.Text field) implements Node {}

    /// `has(operand.field)`
    record Has(Node operand, Value.Text field) implements Node {}

    record Call(Function function, List<Node> arguments) implements Node {}

    /// `text.matches(pattern)` with a pattern that is known beforehand.
    record Matches(Node text, Regex pattern) implements Node {}

    record Conditional(Node condition, Node yes, Node no) implements Node {}

    record And(List<Node> operands) implements Node {}

    record Or(List<Node> operands) implements Node {}

    record Elements(List<Node> elements) implements Node {}

    record Entries(List<Node> keys, List<Node> values) implements Node {}

    /// A macro that walks over a list, or over the keys of a map.
    ///
    /// @param place where the one that it looks at is put
    /// @param condition what is asked of it; `true` where nothing is
    /// @param result what [Macro#MAP] makes of it; the condition again with others
    record Loop(Macro macro, Node range, int place, Node condition, Node result) implements Node {}
}
