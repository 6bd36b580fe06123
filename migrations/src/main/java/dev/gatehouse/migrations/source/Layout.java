package dev.gatehouse.migrations.source;

import dev.gatehouse.migrations.source.Code.Call;
import dev.gatehouse.migrations.source.Code.Chain;
import dev.gatehouse.migrations.source.Code.Text;
import dev.gatehouse.migrations.source.Code.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Breaks expressions into lines as palantir-java-format does at 120 columns, so that a new revision needs no
/// formatter.
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

    /// @param column where the first character stands; continuation lines are indented against it
    /// @param after how many characters must still fit behind it on its last line
    private static String print(Code code, int column, int after) {
        if (fits(code, column, after)) return flat(code);
        return code instanceof Chain chain ? chain(chain, column, after) : flat(code);
    }

    private static String chain(Chain chain, int column, int after) {
        if (chain.calls().size() == 1) return call(chain.calls().getFirst(), column, after, STEP);
        var lines = new ArrayList<String>();
        for (var call : chain.calls()) {
            var isFirst = call == chain.calls().getFirst();
            var isLast = call == chain.calls().getLast();
            lines.add(
                    isFirst
                            ? call(call, column, 0, 2 * STEP)
                            : "." + call(call, column + STEP, isLast ? after : 0, STEP));
        }
        return String.join("\n" + " ".repeat(column + STEP), lines);
    }

    /// A call on one line; or its arguments together on the next; or each on a line of its own.
    private static String call(Call call, int column, int after, int step) {
        var whole = new Chain(List.of(call));
        if (fits(whole, column, after)) return flat(whole);
        var inner = column + step;
        var arguments = fits(call.arguments(), inner, after + 1)
                ? call.arguments().stream().map(Layout::flat).collect(Collectors.joining(", "))
                : String.join(",\n" + " ".repeat(inner), lines(call.arguments(), inner, after));
        return call.name() + "(\n" + " ".repeat(inner) + arguments + ")";
    }

    private static List<String> lines(List<Code> arguments, int column, int after) {
        var lines = new ArrayList<String>();
        for (var argument : arguments) {
            lines.add(print(argument, column, argument == arguments.getLast() ? after + 1 : 1));
        }
        return lines;
    }

    private static boolean fits(Code code, int column, int after) {
        return column + flat(code).length() + after <= WIDTH && dotsFit(code, column);
    }

    private static boolean fits(List<Code> arguments, int column, int after) {
        var width = arguments.stream()
                        .mapToInt(argument -> flat(argument).length() + 2)
                        .sum()
                - 2;
        return column + width + after <= WIDTH && dotsFit(arguments, column);
    }

    /// Whether no chain inside has its last dot too far right.
    private static boolean dotsFit(Code code, int column) {
        if (!(code instanceof Chain(var calls))) return true;
        var at = column;
        for (var call : calls) {
            if (call != calls.getFirst() && call == calls.getLast() && at > LAST_DOT) return false;
            if (call != calls.getFirst()) at++;
            if (!dotsFit(call.arguments(), at + call.name().length() + 1)) return false;
            at += flat(call).length();
        }
        return true;
    }

    private static boolean dotsFit(List<Code> arguments, int column) {
        var at = column;
        for (var argument : arguments) {
            if (!dotsFit(argument, at)) return false;
            at += flat(argument).length() + 2;
        }
        return true;
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
