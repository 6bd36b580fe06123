package dev.gatehouse.migrations.source;

import dev.gatehouse.migrations.source.Code.Call;
import dev.gatehouse.migrations.source.Code.Chain;
import dev.gatehouse.migrations.source.Code.Text;
import dev.gatehouse.migrations.source.Code.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Breaks expressions into lines as palantir-java-format does at 120 columns, so that a new revision needs no formatter.
final class Layout {

    private static final int WIDTH = 120;
    private static final int STEP = 8;

    /// A chain stays on one line only if its last dot is not further right than this.
    private static final int LAST_DOT = 80;

    private Layout() {}

    /// The expression as a statement.
    static String statement(int indent, Code code) {
        return " ".repeat(indent) + print(code, indent, 1) + ";";
    }

    /// @param column where the first character stands, which is also what continuation lines are indented against
    /// @param after how many characters must still fit behind it on its last line
    private static String print(Code code, int column, int after) {
        return switch (code) {
            case Word(var word) -> word;
            case Text(var value) -> StringLiteral.of(value, column, after);
            case Chain chain -> chain(chain, column, after);
        };
    }

    private static String chain(Chain chain, int column, int after) {
        var flat = flat(chain);
        if (column + flat.length() + after <= WIDTH && column + lastDot(chain) <= LAST_DOT) return flat;
        if (chain.calls().size() == 1) return call(chain.calls().getFirst(), column, after, STEP);
        var lines = new ArrayList<String>();
        lines.add(call(chain.calls().getFirst(), column, 0, 2 * STEP));
        var rest = chain.calls().subList(1, chain.calls().size());
        for (var call : rest) {
            var isLast = call == rest.getLast();
            lines.add("." + call(call, column + STEP + 1, isLast ? after : 0, STEP));
        }
        return String.join("\n" + " ".repeat(column + STEP), lines);
    }

    private static int lastDot(Chain chain) {
        if (chain.calls().size() == 1) return 0;
        return flat(new Chain(chain.calls().subList(0, chain.calls().size() - 1))).length();
    }

    private static String call(Call call, int column, int after, int step) {
        var flat = flat(call);
        if (column + flat.length() + after <= WIDTH && fits(call, column)) return flat;
        var inner = column + step;
        var line = call.arguments().stream().map(Layout::flat).collect(Collectors.joining(", "));
        var separator = ",\n" + " ".repeat(inner);
        var arguments = inner + line.length() + 1 + after <= WIDTH && false
                ? line
                : lines(call.arguments(), inner, after).stream().collect(Collectors.joining(separator));
        return call.name() + "(\n" + " ".repeat(inner) + arguments + ")";
    }

    private static boolean fits(Call call, int column) {
        return true;
    }

    private static List<String> lines(List<Code> arguments, int column, int after) {
        var lines = new ArrayList<String>();
        for (var argument : arguments) {
            var isLast = argument == arguments.getLast();
            lines.add(print(argument, column, isLast ? after + 1 : 1));
        }
        return lines;
    }

    private static String flat(Code code) {
        return switch (code) {
            case Word(var word) -> word;
            case Text(var value) -> StringLiteral.of(value);
            case Chain(var calls) -> calls.stream().map(Layout::flat).collect(Collectors.joining("."));
        };
    }

    private static String flat(Call call) {
        return call.arguments().stream().map(Layout::flat).collect(Collectors.joining(", ", call.name() + "(", ")"));
    }
}
