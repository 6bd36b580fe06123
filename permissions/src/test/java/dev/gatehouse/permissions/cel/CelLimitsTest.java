package dev.gatehouse.permissions.cel;

import static dev.gatehouse.permissions.cel.Conditions.expression;
import static dev.gatehouse.permissions.cel.Conditions.faults;
import static dev.gatehouse.permissions.cel.Conditions.parameters;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is written or given, an answer comes, and soon.
class CelLimitsTest {

    private static final CelResult TOO_DEAR =
            new CelResult.Failed("the condition costs more than 100000 steps to evaluate");

    @ParameterizedTest
    @ValueSource(
            strings = {"(", "[", "{", "!(", "-(", "f(", "x.all(x,", "x[", "true ? ", "{1:", "-", "!", "a.", "((1+1)+"})
    void what_is_nested_too_deep_is_a_fault(String opening) {
        for (var times : List.of(99, 300, 6_000))
            onSmallStack(() -> assertThat(faults(opening.repeat(times))).isNotEmpty());
    }

    @Test
    void a_hundred_thousand_parentheses_are_a_fault() {
        assertThat(faults("(".repeat(100_000))).containsExactly("1:50001: a condition has at most 50000 characters");
        assertThat(faults("(".repeat(50_000))).containsExactly("1:101: nested deeper than 100");
    }

    @Test
    void a_long_chain_is_as_deep_as_it_is_long() {
        assertThat(faults("1" + " + 1".repeat(5_000) + " > 0"))
                .singleElement()
                .asString()
                .contains("nested deeper than 100");
        assertThat(faults("m" + ".m".repeat(5_000), "m", "any"))
                .singleElement()
                .asString()
                .contains("nested deeper than 100");
    }

    @Test
    void but_a_long_list_of_alternatives_is_not() {
        var many = IntStream.range(0, 2_000).mapToObj(i -> "n == " + i).collect(Collectors.joining(" || "));
        var expression = expression(many, parameters("n", "int"));
        assertThat(expression.evaluate(Map.of("n", 1_999))).isEqualTo(new CelResult.Holds(true));
        assertThat(expression.evaluate(Map.of("n", 2_000))).isEqualTo(new CelResult.Holds(false));
    }

    @Test
    void what_is_almost_too_deep_is_evaluated() {
        for (var source : List.of(
                "(".repeat(99) + "true" + ")".repeat(99),
                "1" + " + 1".repeat(95) + " == 96",
                "false || true && true == (".repeat(30) + "true" + ")".repeat(30),
                "[1].all(a, ".repeat(90) + "true" + ")".repeat(90),
                "true ? true : ".repeat(90) + "true",
                "{1: ".repeat(90) + "1" + "}".repeat(90) + " != {}",
                "[".repeat(90) + "1" + "]".repeat(90) + " == " + "[".repeat(90) + "1" + "]".repeat(90)))
            onSmallStack(() -> assertThat(faults(source).isEmpty() ? Conditions.evaluate(source) : faults(source))
                    .as(source)
                    .isEqualTo(new CelResult.Holds(true)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "l.all(a, l.all(b, l.all(c, a + b + c >= 0)))",
                "l.exists(a, l.exists(b, l.exists(c, a + b + c < 0)))",
                "l.exists(a, 1 / 0 == a || l.exists(b, l.exists(c, 1 / 0 == c)))",
                "l.map(a, l.map(b, l + l)).size() > 0",
                "l.filter(a, l.filter(b, l == l).size() > 0).size() > 0",
                "l.exists_one(a, l.exists_one(b, b in l))",
                "true || l.all(a, l.all(b, l.all(c, true)))",
            })
    void macros_over_long_lists_have_an_end(String source) {
        var list = IntStream.range(0, 1_000).boxed().toList();
        var expression =
                expression(source.replace("true ||", "l.all(a, l.all(b, true)) &&"), parameters("l", "list<int>"));
        var result = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> expression.evaluate(Map.of("l", list)));
        assertThat(result).isEqualTo(TOO_DEAR);
    }

    @Test
    void a_text_that_doubles_at_each_step_has_an_end() {
        var source = "[s]" + ".map(a, a + a)".repeat(60) + ".size() == 1";
        assertThat(expression(source, parameters("s", "string")).evaluate(Map.of("s", "a")))
                .isEqualTo(TOO_DEAR);
    }

    @Test
    void the_caller_says_how_much_it_may_cost() {
        var expression = expression("l.all(a, a > 0)", parameters("l", "list<int>"));
        var values = Map.of("l", List.of(1, 2, 3));
        assertThat(expression.evaluate(values, 100)).isEqualTo(new CelResult.Holds(true));
        assertThat(expression.evaluate(values, 5))
                .isEqualTo(new CelResult.Failed("the condition costs more than 5 steps to evaluate"));
    }

    @Test
    void a_pattern_that_others_never_come_back_from_is_answered() {
        var expression = expression("s.matches('^(a+)+$')", parameters("s", "string"));
        var result = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> expression.evaluate(Map.of("s", "a".repeat(5_000) + "!")));
        assertThat(result).isEqualTo(new CelResult.Holds(false));
    }

    @Test
    void a_pattern_from_the_context_is_bounded_as_well() {
        var expression = expression("s.matches(p)", parameters("s", "string", "p", "string"));
        for (var pattern : List.of(
                "((a{999}){999}){999}", "(".repeat(5_000), "a".repeat(5_000), "(".repeat(300) + ")".repeat(300)))
            assertThat(expression.evaluate(Map.of("s", "a", "p", pattern))).isInstanceOf(CelResult.Failed.class);
    }

    @Test
    void what_is_given_may_not_be_nested_without_end() {
        Object deep = 1;
        for (var i = 0; i < 100_000; i++) deep = List.of(deep);
        var result = expression("x == x", parameters("x", "any")).evaluate(Map.of("x", deep));
        assertThat(result).isEqualTo(new CelResult.Failed("parameter \"x\": it is nested deeper than 100"));
    }

    /// Words of the language in any order, and characters in any order.
    @Test
    void random_text_is_answered_with_faults_or_compiled() {
        var seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        var words = List.of(
                "(",
                ")",
                "[",
                "]",
                "{",
                "}",
                ".",
                ",",
                ":",
                "?",
                "!",
                "-",
                "+",
                "%",
                "==",
                "<",
                "&&",
                "||",
                "in",
                "n",
                "x",
                "l",
                "1",
                "1u",
                "1.5",
                "0x",
                "1e",
                "'a'",
                "'",
                "\"\"\"",
                "\\",
                "has",
                "all",
                "map",
                "size",
                "matches",
                "null",
                "true",
                "int",
                "timestamp",
                "google",
                "\n",
                " ",
                "//",
                "😀",
                "\uD800",
                "r'",
                "b'",
                "\0",
                "duration",
                "type");
        for (var i = 0; i < 5_000; i++) {
            var source = Stream.generate(() -> words.get(random.nextInt(words.size())))
                    .limit(1 + random.nextInt(25))
                    .collect(Collectors.joining(random.nextBoolean() ? "" : " "));
            var compiled = CelExpression.compile(source, parameters("n", "int", "x", "any", "l", "list<string>"));
            switch (compiled) {
                case CelCompilation.Faulty(var faults) ->
                    assertThat(faults).as("seed " + seed + ": " + source).isNotEmpty();
                case CelCompilation.Compiled(var expression) ->
                    assertThat(expression.evaluate(Map.of("n", 1, "l", List.of("a"))))
                            .as("seed " + seed + ": " + source)
                            .isNotNull();
            }
        }
    }

    @Test
    void random_patterns_are_answered() {
        var seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        var expression = expression("s.matches(p)", parameters("s", "string", "p", "string"));
        var signs = "()[]{}*+?|\\^$.-,:=!<>&aA1pPQEdwsxu😀";
        for (var i = 0; i < 5_000; i++) {
            var pattern = random.ints(1 + random.nextInt(12), 0, signs.length())
                    .mapToObj(at -> signs.substring(at, at + 1))
                    .collect(Collectors.joining());
            assertThat(expression.evaluate(Map.of("s", "aA1-", "p", pattern)))
                    .as("seed " + seed + ": " + pattern)
                    .isNotNull();
        }
    }

    /// Half of what a thread usually has.
    private static void onSmallStack(Runnable action) {
        var task = new FutureTask<>(action, null);
        new Thread(null, task, "small stack", 512 * 1024).start();
        assertThatCode(task::get).doesNotThrowAnyException();
    }
}
