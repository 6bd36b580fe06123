package dev.gatehouse.permissions.cel;

import static dev.gatehouse.permissions.cel.Conditions.expression;
import static dev.gatehouse.permissions.cel.Conditions.parameters;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.permissions.cel.CelResult.Failed;
import dev.gatehouse.permissions.cel.CelResult.Holds;
import dev.gatehouse.permissions.cel.CelResult.Missing;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What callers give, and what they do not.
class CelParametersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '`',
            value = {
                "int § 3 § p == 3",
                "int § 3.0 § p == 3",
                "int § 3e2 § p == 300",
                "uint § 18446744073709551615 § p == 18446744073709551615u",
                "double § 1.5 § p == 1.5",
                "double § -1e-3 § p == -0.001",
                "string § 3 § p == '3'",
                "duration § 1h2m § p == duration('62m')",
                "timestamp § 2026-03-01T09:30:00+01:00 § p == timestamp('2026-03-01T08:30:00Z')",
                "ipaddress § 2001:db8::1 § p.in_cidr('2001:db8::/32')",
                "any § a § p == 'a'",
            })
    void a_string_becomes_what_was_declared(String type, String given, String condition) {
        assertThat(expression(condition, parameters("p", type)).evaluate(Map.of("p", given)))
                .isEqualTo(new Holds(true));
    }

    @Test
    void numbers_become_what_was_declared() {
        for (var number : List.<Number>of(3, 3L, 3.0, 3.0f, BigInteger.valueOf(3), new BigDecimal("3.00"))) {
            assertThat(given("int", number, "p == 3")).isEqualTo(new Holds(true));
            assertThat(given("uint", number, "p == 3u")).isEqualTo(new Holds(true));
            assertThat(given("double", number, "p == 3.0")).isEqualTo(new Holds(true));
            assertThat(given("any", number, "p == 3.0 && type(p) == double")).isEqualTo(new Holds(true));
        }
        assertThat(given("int", Long.MAX_VALUE, "p == 9223372036854775807")).isEqualTo(new Holds(true));
    }

    @Test
    void containers_become_what_was_declared() {
        assertThat(given("list<duration>", List.of("1h", "60m"), "p[0] == p[1]"))
                .isEqualTo(new Holds(true));
        assertThat(given("map<int>", Map.of("alice", "3"), "p.alice == 3 && has(p.alice) && !has(p.bob)"))
                .isEqualTo(new Holds(true));
        assertThat(given("any", Map.of("alice", List.of(1, true)), "p.alice[1] == true && p['alice'][0] == 1"))
                .isEqualTo(new Holds(true));
        assertThat(given("list<list<int>>", List.of(List.of(), List.of(1)), "p[1][0] == 1"))
                .isEqualTo(new Holds(true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '`',
            value = {
                "int § 3.5 § expected an int, found the string \"3.5\"",
                "int § three § expected an int, found the string \"three\"",
                "int § 9223372036854775808 § expected an int, found the string \"9223372036854775808\"",
                "int § 1e999999 § expected an int, found the string \"1e999999\"",
                "int § 1e999999999 § expected an int, found the string \"1e999999999\"",
                "uint § -1 § expected a uint, found the string \"-1\"",
                "double § 1e400 § expected a double, found the string \"1e400\"",
                "bool § true § expected a bool, found the string \"true\"",
                "duration § 1 hour § expected a duration such as \"1h30m\", found the string \"1 hour\"",
                "duration § 3 § expected a duration such as \"1h30m\", found the string \"3\"",
                "duration § 300y § expected a duration such as \"1h30m\", found the string \"300y\"",
                "timestamp § 2026-03-01 § expected a timestamp of RFC 3339, found the string \"2026-03-01\"",
                "timestamp § 2026-02-29T00:00:00Z § expected a timestamp of RFC 3339, found the string \"2026-02-29T00:00:00Z\"",
                "timestamp § 2026-03-01T24:00:00Z § expected a timestamp of RFC 3339, found the string \"2026-03-01T24:00:00Z\"",
                "timestamp § 2026-03-01T00:00:00 § expected a timestamp of RFC 3339, found the string \"2026-03-01T00:00:00\"",
                "timestamp § 2026-03-01T00:00:00.Z § expected a timestamp of RFC 3339, found the string \"2026-03-01T00:00:00.Z\"",
                "timestamp § 0000-12-31T23:59:59Z § expected a timestamp of RFC 3339, found the string \"0000-12-31T23:59:59Z\"",
                "ipaddress § 10.0.0.01 § expected an IP address, found the string \"10.0.0.01\"",
                "ipaddress § 1:2:3:4:5:6:7 § expected an IP address, found the string \"1:2:3:4:5:6:7\"",
                "ipaddress § 1::2::3 § expected an IP address, found the string \"1::2::3\"",
                "ipaddress § 1.2.3.4%eth0 § expected an IP address, found the string \"1.2.3.4%eth0\"",
                "list<int> § 3 § expected a list, found the string \"3\"",
                "map<int> § 3 § expected a map, found the string \"3\"",
            })
    void a_string_that_does_not_fit_is_named(String type, String given, String why) {
        assertThat(given(type, given, "p == p")).isEqualTo(new Failed("parameter \"p\": " + why));
    }

    @Test
    void other_values_that_do_not_fit_are_named() {
        assertThat(given("string", 3, "p == p"))
                .isEqualTo(new Failed("parameter \"p\": expected a string, found the number 3"));
        assertThat(given("int", true, "p == p"))
                .isEqualTo(new Failed("parameter \"p\": expected an int, found the bool true"));
        assertThat(given("int", new BigDecimal("1e999999999"), "p == p"))
                .isEqualTo(new Failed("parameter \"p\": expected an int, found a very large number"));
        assertThat(given("int", Double.NaN, "p == p"))
                .isEqualTo(new Failed("parameter \"p\": expected an int, found the number NaN"));
        assertThat(given("list<int>", List.of(1, "a"), "p == p"))
                .isEqualTo(new Failed("parameter \"p\": element 1: expected an int, found the string \"a\""));
        assertThat(given("map<bool>", Map.of("bob", 1), "p == p"))
                .isEqualTo(new Failed("parameter \"p\": member \"bob\": expected a bool, found the number 1"));
    }

    @Test
    void null_is_a_value_of_any_only() {
        var nothing = Collections.<String, Object>singletonMap("p", null);
        assertThat(expression("p == null", parameters("p", "any")).evaluate(nothing))
                .isEqualTo(new Holds(true));
        assertThat(expression("p == ''", parameters("p", "string")).evaluate(nothing))
                .isEqualTo(new Failed("parameter \"p\": expected a string, found null"));
    }

    @Test
    void what_was_not_declared_is_ignored() {
        assertThat(expression("n == 1", parameters("n", "int")).evaluate(Map.of("n", 1, "m", Map.of())))
                .isEqualTo(new Holds(true));
    }

    @Test
    void a_missing_parameter_matters_only_if_it_decides() {
        var both = parameters("a", "bool", "b", "bool");
        assertThat(expression("a || b", both).evaluate(Map.of("b", true))).isEqualTo(new Holds(true));
        assertThat(expression("a && b", both).evaluate(Map.of("b", false))).isEqualTo(new Holds(false));
        assertThat(expression("a && b", both).evaluate(Map.of("b", true))).isEqualTo(new Missing(List.of("a")));
        assertThat(expression("b && a", both).evaluate(Map.of())).isEqualTo(new Missing(List.of("a", "b")));
        assertThat(expression("b ? true : a", both).evaluate(Map.of("b", true))).isEqualTo(new Holds(true));
        assertThat(expression("b ? true : a", both).evaluate(Map.of("a", true))).isEqualTo(new Missing(List.of("b")));
    }

    @Test
    void a_missing_parameter_outweighs_a_failure_since_it_could_still_decide() {
        for (var source : List.of("1 / 0 == 1 || a", "a || 1 / 0 == 1", "[1, 0].exists(n, n == 1 ? a : 1 / n == 1)")) {
            var expression = expression(source, parameters("a", "bool"));
            assertThat(expression.evaluate(Map.of())).as(source).isEqualTo(new Missing(List.of("a")));
            assertThat(expression.evaluate(Map.of("a", true))).as(source).isEqualTo(new Holds(true));
        }
    }

    @Test
    void macros_go_on_without_what_is_missing() {
        var expression = expression("l.exists(e, e == 1 || e == n)", parameters("l", "list<int>", "n", "int"));
        assertThat(expression.evaluate(Map.of("l", List.of(2, 1)))).isEqualTo(new Holds(true));
        assertThat(expression.evaluate(Map.of("l", List.of(2)))).isEqualTo(new Missing(List.of("n")));
        assertThat(expression.evaluate(Map.of("l", List.of()))).isEqualTo(new Holds(false));
        assertThat(expression.evaluate(Map.of("n", 2))).isEqualTo(new Missing(List.of("l")));
    }

    @Test
    void it_says_which_parameters_it_names() {
        var expression =
                expression("l.exists(c, c == a)", parameters("c", "int", "l", "list<int>", "b", "int", "a", "int"));
        assertThat(expression.parametersUsed()).containsExactly("l", "a");
        assertThat(expression.parameters().keySet()).containsExactly("c", "l", "b", "a");
    }

    @Test
    void expressions_are_equal_that_were_written_alike_over_the_same_parameters() {
        var expression = expression("a == 1", parameters("a", "int"));
        assertThat(expression)
                .isEqualTo(expression("a == 1", parameters("a", "int")))
                .hasSameHashCodeAs(expression("a == 1", parameters("a", "int")));
        assertThat(expression)
                .isNotEqualTo(expression("a==1", parameters("a", "int")))
                .isNotEqualTo(expression("a == 1", parameters("a", "any")));
    }

    @ParameterizedTest
    @CsvSource({"int", "list<string>", "map<any>", "list<map<ipaddress>>"})
    void types_are_read_as_they_are_written(String text) {
        assertThat(CelType.parse(text)).hasToString("Optional[" + text + "]");
        assertThat(CelType.parse(" " + text.replace("<", " < ") + " ")).isEqualTo(CelType.parse(text));
    }

    @Test
    void what_is_no_type_is_not_read() {
        for (var text : List.of(
                "",
                "integer",
                "INT",
                "list",
                "list<>",
                "list<int",
                "set<int>",
                "list<int>>",
                "list<".repeat(9) + "int" + ">".repeat(9)))
            assertThat(CelType.parse(text)).as(text).isEmpty();
        assertThat(CelType.parse("list<".repeat(100_000) + "int" + ">".repeat(100_000)))
                .isEmpty();
        assertThat(CelType.parse("list<".repeat(8) + "int" + ">".repeat(8))).isPresent();
        var deepest = CelType.parse("list<".repeat(8) + "int" + ">".repeat(8)).orElseThrow();
        assertThatThrownBy(() -> new CelType.MapOf(deepest)).hasMessage("a type is at most 8 deep");
    }

    private static CelResult given(String type, Object value, String condition) {
        return expression(condition, parameters("p", type)).evaluate(Map.of("p", value));
    }
}
