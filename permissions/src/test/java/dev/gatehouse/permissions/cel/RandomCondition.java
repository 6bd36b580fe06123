package dev.gatehouse.permissions.cel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Conditions as nobody would write them: mostly well-typed, now and then not.
final class RandomCondition {

    static final Map<String, CelType> PARAMETERS = Conditions.parameters(
            "b",
            "bool",
            "i",
            "int",
            "j",
            "int",
            "u",
            "uint",
            "d",
            "double",
            "s",
            "string",
            "t",
            "timestamp",
            "w",
            "duration",
            "l",
            "list<int>",
            "n",
            "list<string>",
            "m",
            "map<int>",
            "x",
            "any");

    private static final List<String> KINDS =
            List.of("bool", "int", "uint", "double", "string", "timestamp", "duration", "list", "map", "any");
    private static final List<String> TEXTS =
            List.of("''", "'a'", "'ab'", "'😀'", "'7'", "\"b\\n\"", "r'\\d'", "'true'");
    /// In whole seconds: where fractions meet across zero, Google's CEL 0.11.1 fails.
    private static final List<String> SPANS = List.of("'0s'", "'1h'", "'-90m'", "'90s'", "'1h1m1s'");
    private static final List<String> MOMENTS =
            List.of("'2024-02-29T12:34:56Z'", "'1970-01-01T00:00:00Z'", "'2100-12-31T23:00:00Z'");

    private final RandomGenerator random;

    RandomCondition(RandomGenerator random) {
        this.random = random;
    }

    String next() {
        return of("bool", 4);
    }

    /// Each is given three times out of four.
    Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        PARAMETERS.forEach((name, type) -> {
            if (random.nextInt(4) > 0) values.put(name, value(type.toString()));
        });
        return values;
    }

    private Object value(String type) {
        return switch (type) {
            case "bool" -> random.nextBoolean();
            case "int" -> pick(List.<Long>of(0L, 1L, -1L, 2L, 7L, Long.MAX_VALUE, -Long.MAX_VALUE));
            case "uint" -> pick(List.<Long>of(0L, 1L, 2L, Long.MAX_VALUE));
            case "double" -> pick(List.<Double>of(0.0, 1.0, -1.5, 1e300, 7.0));
            case "string" -> pick(List.of("", "a", "ab", "😀", "7"));
            case "timestamp" -> pick(List.of("2024-02-29T12:34:56Z", "1970-01-01T00:00:00Z"));
            case "duration" -> pick(List.of("1h", "-90m", "0s"));
            case "list<int>" -> pick(List.of(List.of(), List.of(1L), List.of(0L, 1L, 2L)));
            case "list<string>" -> pick(List.of(List.of(), List.of("a"), List.of("7", "ab")));
            case "map<int>" -> pick(List.of(Map.of(), Map.of("a", 1L), Map.of("a", 0L, "b", 7L)));
            default ->
                pick(List.of(1.0, "a", true, List.of(1.0, "a"), Map.of("a", 1.0), Map.of("a", Map.of("a", true))));
        };
    }

    /// Where a bool is asked for, nothing that may be anything is given: what is no bool is a failure of its
    /// own to Google's `&&`, though the specification lets the other side decide.
    private String of(String kind, int depth) {
        var other = random.nextInt(60) == 0 ? pick(KINDS) : kind;
        var wanted = kind.equals("bool") && other.equals("any") ? kind : other;
        if (depth <= 0 || random.nextInt(6) == 0) return leaf(wanted);
        if (random.nextInt(12) == 0)
            return "(" + of("bool", depth - 1) + " ? " + of(wanted, depth - 1) + " : " + of(wanted, depth - 1) + ")";
        return grown(wanted, depth - 1);
    }

    private String leaf(String kind) {
        return switch (kind) {
            case "bool" -> pick(List.of("b", "true", "false"));
            case "int" -> pick(List.of("i", "j", "0", "1", "2", "-1", "7", "0xff", "9223372036854775807"));
            case "uint" -> pick(List.of("u", "0u", "1u", "7u"));
            case "double" -> pick(List.of("d", "0.0", "1.0", "-1.5", "1e300"));
            case "string" -> random.nextBoolean() ? "s" : pick(TEXTS);
            case "timestamp" -> random.nextBoolean() ? "t" : "timestamp(" + pick(MOMENTS) + ")";
            case "duration" -> random.nextBoolean() ? "w" : "duration(" + pick(SPANS) + ")";
            case "list" -> pick(List.of("l", "[1, 2]", "[0]", "[0].filter(e, false)"));
            case "map" -> pick(List.of("m", "{'a': 1}", "{'a': 0, 'b': 2}"));
            default -> pick(List.of("x", "x.a", "dyn(1)", "dyn('a')", "dyn(1u)", "dyn(null)", "dyn([1])"));
        };
    }

    private String grown(String kind, int depth) {
        return switch (kind) {
            case "bool" -> truth(depth);
            case "int" -> number("int", "+ - * / %", depth);
            case "uint" -> binary("uint", "+ - * / %", depth);
            case "double" -> binary("double", "+ - * /", depth);
            case "string" ->
                pick(List.of(
                        binary("string", "+", depth),
                        "string(" + leaf(pick(List.of("int", "uint", "bool", "timestamp"))) + ")"));
            case "timestamp" ->
                "(" + of("timestamp", depth) + pick(List.of(" + ", " - ")) + of("duration", depth) + ")";
            case "duration" ->
                pick(List.of(
                        binary("duration", "+ -", depth),
                        "(" + of("timestamp", depth) + " - " + of("timestamp", depth) + ")"));
            case "list" ->
                pick(List.of(
                        binary("list", "+", depth),
                        "[" + of("int", depth) + ", " + of("int", depth) + "]",
                        of("list", depth) + ".map(e, e " + pick(List.of("+", "*", "/")) + " " + of("int", depth) + ")",
                        of("list", depth) + ".map(e, e > 0, " + of("int", depth) + ")",
                        of("list", depth) + ".filter(e, e < " + of("int", depth) + ")"));
            case "map" -> "{" + of("string", depth) + ": " + of("int", depth) + ", 'k': " + of("int", depth) + "}";
            default -> pick(List.of("dyn(" + of(pick(KINDS), depth) + ")", "x", "x.a"));
        };
    }

    private String truth(int depth) {
        var kind = pick(KINDS);
        var ordered = pick(List.of("bool", "int", "uint", "double", "string", "timestamp", "duration"));
        return switch (random.nextInt(12)) {
            case 0 -> "!" + of("bool", depth);
            case 1, 2 -> "(" + of("bool", depth) + " && " + of("bool", depth) + ")";
            case 3, 4 -> "(" + of("bool", depth) + " || " + of("bool", depth) + ")";
            case 5 -> "(" + of(kind, depth) + pick(List.of(" == ", " != ")) + of(kind, depth) + ")";
            case 6, 7 ->
                "(" + of(ordered, depth) + " " + pick(List.of("<", "<=", ">", ">=")) + " " + of(ordered, depth) + ")";
            case 8 -> "(" + of("int", depth) + " in " + of("list", depth) + ")";
            case 9 -> pick(List.of("has(m.a)", "has(x.a)", "(" + of("string", depth) + " in m)", "(s in n)"));
            case 10 ->
                of("list", depth) + "." + pick(List.of("all", "exists", "exists_one")) + "(e, e "
                        + pick(List.of("<", "==", ">")) + " " + of("int", depth) + ")";
            default ->
                of("string", depth) + pick(List.of(".contains(", ".startsWith(", ".endsWith(", ".matches("))
                        + of("string", depth) + ")";
        };
    }

    /// The smallest int never comes up: its remainder by -1 is 0 to Google and too large to us, as to
    /// OpenFGA.
    private String number(String kind, String symbols, int depth) {
        return switch (random.nextInt(8)) {
            case 0 -> "size(" + of(pick(List.of("string", "list", "map")), depth) + ")";
            case 1 -> of("list", depth) + "[" + of("int", depth) + "]";
            case 2 -> of("map", depth) + pick(List.of(".a", "['b']"));
            case 3 -> "int(" + leaf(pick(List.of("uint", "double", "string", "timestamp"))) + ")";
            case 4 ->
                of("timestamp", depth) + "."
                        + pick(List.of("getFullYear", "getMonth", "getDayOfWeek", "getDayOfYear", "getDate"))
                        + pick(List.of("()", "('+02:00')", "('America/New_York')"));
            case 5 -> "-" + of("int", depth);
            default -> binary(kind, symbols, depth);
        };
    }

    private String binary(String kind, String symbols, int depth) {
        return "(" + of(kind, depth) + " " + pick(List.of(symbols.split(" "))) + " " + of(kind, depth) + ")";
    }

    private <T> T pick(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }
}
