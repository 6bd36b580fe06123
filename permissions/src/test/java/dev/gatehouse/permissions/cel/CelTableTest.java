package dev.gatehouse.permissions.cel;

import static dev.gatehouse.permissions.cel.Conditions.evaluate;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The language in examples: what is true, what is false, and what cannot be had.
class CelTableTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "!false",
                "1 + 2 * 3 == 7",
                "(1 + 2) * 3 == 9",
                "-7 / 2 == -3 && -7 % 2 == -1",
                "10 - 2 - 3 == 5",
                "--3 == 3",
                "-9223372036854775808 < 0",
                "0x1F == 31 && -0x10 == -16",
                "18446744073709551615u > 0u",
                "18446744073709551615u / 2u == 9223372036854775807u",
                "1.5e3 == 1500.0 && .5 == 0.5",
                "1.0 / 0.0 > 1e308",
                "dyn(1) == 1.0 && dyn(1u) == 1",
                "dyn(9007199254740993) != 9007199254740992.0",
                "dyn(1) != '1'",
                "double('NaN') != double('NaN')",
                "!(double('NaN') < 1.0) && !(double('NaN') >= 1.0)",
                "false < true",
                "'a' < 'b' && 'a' < 'aa' && 'Z' < 'a'",
                "'\\uFF5E' < '\\U0001F600'",
                "'charter' == \"charter\"",
                "'''it's\na \"quote\"''' == 'it\\'s\\na \"quote\"'",
                "r'\\d' == '\\\\d'",
                "'\\x41\\101\\u0041\\U00000041' == 'AAAA'",
                "size('😀') == 1 && 'abc'.size() == 3",
                "'a' + 'b' == 'ab'",
                "[1, 2] + [3] == [1, 2, 3]",
                "[] + ['a'] == ['a'] && size([]) == 0",
                "2 in [1, 2] && !(3 in [1, 2])",
                "'a' in {'a': 1} && !('b' in {'a': 1})",
                "dyn(1.0) in {1: 'a'} && dyn(1u) in {1: 'a'} && dyn(1) in {1u: 'a'}",
                "[1, 2, 3][1] == 2",
                "{'a': {'b': 3}}.a.b == 3 && {'a': 1}['a'] == 1",
                "{1: 'one', true: 'yes', 'x': 'ex'}[true] == 'yes'",
                "{'a': 1, 'b': 2} == {'b': 2, 'a': 1}",
                "[1, 'a', true] == [1, 'a', true]",
                "has({'a': 1}.a) && !has({'a': 1}.b)",
                "[1, 2].all(x, x > 0) && [].all(x, false)",
                "[1, 2].exists(x, x == 2) && ![].exists(x, true)",
                "[1, 2].exists_one(x, x == 2) && ![2, 2].exists_one(x, x == 2)",
                "[1, 2].map(x, x * 2) == [2, 4]",
                "[1, 2, 3].map(x, x > 1, x * 2) == [4, 6]",
                "[1, 2, 3].filter(x, x % 2 == 1) == [1, 3]",
                "{'a': 1, 'b': 2}.all(key, key in ['a', 'b'])",
                "[[1], [2, 3]].exists(xs, xs.exists(x, x == 3))",
                "[1, 2].all(x, [3].all(x, x == 3))",
                "[1, 0].exists(x, 4 / x == 4)",
                "![1, 0].all(x, 4 / x == 5)",
                "true || 1 / 0 == 1",
                "1 / 0 == 1 || true",
                "!(false && 1 / 0 == 1)",
                "!(1 / 0 == 1 && false)",
                "true ? true : 1 / 0 == 1",
                "false ? false : true ? true : false",
                "'charter'.startsWith('char') && 'charter'.endsWith('ter') && 'charter'.contains('art')",
                "'alice@example.com'.matches('^[a-z]+@example[.]com$') && matches('xay', 'a')",
                "!'aaaa'.matches('^(a|b)$')",
                "int('-42') == -42 && int(3.9) == 3 && int(-3.9) == -3 && int(7u) == 7",
                "int(timestamp('1970-01-01T00:01:00Z')) == 60",
                "uint('7') == 7u && uint(7) == 7u && uint(7.9) == 7u",
                "double('1.5') == 1.5 && double(2) == 2.0 && double(2u) == 2.0",
                "string(1) == '1' && string(true) == 'true' && string(1.5) == '1.5' && string(2.0) == '2'",
                "string(1e21) == '1e+21' && string(-0.00001) == '-1e-05'",
                "string(duration('1h30m')) == '5400s' && string(duration('1500ms')) == '1.5s'",
                "string(timestamp('2026-03-01T09:30:00.50+01:00')) == '2026-03-01T08:30:00.5Z'",
                "bool('true') && !bool('F')",
                "type(1) == int && type('a') == string && type([]) == list && type(type(1)) == type",
                "type(timestamp(0)) == google.protobuf.Timestamp && type(null) == null_type",
                "dyn(null) == null",
                "duration('1h') == duration('60m') && duration('-1.5h') == duration('-90m')",
                "duration('1h') > duration('59m59s999ms999us999ns')",
                "duration('1h') + duration('1m') == duration('61m') && duration('0s') - duration('1m') == duration('-60s')",
                "timestamp('2026-03-01T08:30:00Z') == timestamp('2026-03-01T09:30:00+01:00')",
                "timestamp('2026-03-01T00:00:00Z') - timestamp('2026-02-28T00:00:00Z') == duration('24h')",
                "timestamp('2026-03-01T00:00:00Z') + duration('1h') > timestamp('2026-03-01T00:59:59Z')",
                "timestamp('2024-02-29T12:34:56.789Z').getFullYear() == 2024",
                "timestamp('2024-02-29T12:34:56.789Z').getMonth() == 1",
                "timestamp('2024-02-29T12:34:56.789Z').getDate() == 29",
                "timestamp('2024-02-29T12:34:56.789Z').getDayOfMonth() == 28",
                "timestamp('2024-02-29T12:34:56.789Z').getDayOfYear() == 59",
                "timestamp('2024-02-25T12:34:56.789Z').getDayOfWeek() == 0",
                "timestamp('2024-02-29T12:34:56.789Z').getHours() == 12",
                "timestamp('2024-02-29T12:34:56.789Z').getMinutes() == 34",
                "timestamp('2024-02-29T12:34:56.789Z').getSeconds() == 56",
                "timestamp('2024-02-29T12:34:56.789Z').getMilliseconds() == 789",
                "timestamp('2024-06-30T23:00:00Z').getDate('Europe/Vienna') == 1",
                "timestamp('2024-06-30T23:00:00Z').getHours('-02:30') == 20",
                "duration('90m').getHours() == 1 && duration('90m').getMinutes() == 90",
                "duration('90s').getSeconds() == 90 && duration('1.5s').getMilliseconds() == 1500",
                "ipaddress('10.1.2.3').in_cidr('10.0.0.0/8') && !ipaddress('11.1.2.3').in_cidr('10.0.0.0/8')",
                "ipaddress('10.1.2.3').in_cidr('0.0.0.0/0') && ipaddress('10.1.2.3').in_cidr('10.1.2.3/32')",
                "!ipaddress('10.1.2.2').in_cidr('10.1.2.3/32')",
                "ipaddress('2001:db8::1').in_cidr('2001:db8::/32') && !ipaddress('2001:db9::1').in_cidr('2001:db8::/32')",
                "ipaddress('2001:db8::1:5').in_cidr('2001:db8::1:0/112') && !ipaddress('::2').in_cidr('::1/128')",
                "ipaddress('::ffff:10.0.0.1') == ipaddress('::ffff:a00:1')",
                "!ipaddress('::ffff:10.0.0.1').in_cidr('10.0.0.0/8') && !ipaddress('fe80::1%eth0').in_cidr('fe80::/10')",
                "true // all is well",
            })
    void is_true(String source) {
        assertThat(evaluate(source)).isEqualTo(new CelResult.Holds(true));
    }

    @Test
    void digits_are_the_same_wherever_the_server_stands() {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.of("ar", "EG"));
        try {
            assertThat("%d".formatted(5)).as("what a program says there").isNotEqualTo("5");
            assertThat(evaluate("string(timestamp('2026-03-01T08:30:00.50Z')) == '2026-03-01T08:30:00.5Z'"))
                    .isEqualTo(evaluate("true"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "false",
                "1 > 2",
                "false || false",
                "true && true && false",
                "[1, 2] == [1]",
                "{'a': 1} == {'a': 2}",
                "dyn('a') == 1",
                "[1, 2].all(x, x > 1)",
                "timestamp(0) > timestamp(1)",
            })
    void is_false(String source) {
        assertThat(evaluate(source)).isEqualTo(new CelResult.Holds(false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 / 0 == 1 § division by zero",
                "1 % 0 == 1 § division by zero",
                "1u / 0u == 1u § division by zero",
                "9223372036854775807 + 1 > 0 § the result has no place in 64 bits",
                "-9223372036854775808 - 1 < 0 § the result has no place in 64 bits",
                "4611686018427387904 * 2 > 0 § the result has no place in 64 bits",
                "-(-9223372036854775808) > 0 § the result has no place in 64 bits",
                "-9223372036854775808 / -1 > 0 § the result has no place in 64 bits",
                "-9223372036854775808 % -1 == 0 § the result has no place in 64 bits",
                "18446744073709551615u + 1u > 0u § the result has no place in 64 bits",
                "0u - 1u > 0u § the result has no place in 64 bits",
                "9223372036854775808u * 2u > 0u § the result has no place in 64 bits",
                "[1][1] == 1 § there is no element 1 in a list of 1",
                "[1][-1] == 1 § there is no element -1 in a list of 1",
                "{'a': 1}.b == 1 § there is no key \"b\"",
                "{'a': 1}['b'] == 1 § there is no key \"b\"",
                "{'a': 1, 'a': 2}.a == 1 § the key \"a\" stands twice in a map",
                "dyn(1) + 1.0 == 2.0 § \"+\" does not go with int and double",
                "dyn('a') > 1 § \">\" does not go with string and int",
                "dyn(1).size() == 1 § size() does not take (int)",
                "dyn(1).a == 1 § int has no members, so no \"a\"",
                "has(dyn(1).a) § int has no members, so no \"a\"",
                "dyn(1) && true § \"&& or ||\" does not go with int",
                "dyn(1).all(x, x) § only a list or a map can be walked over, and this is int",
                "int('a') == 1 § \"a\" is not an int",
                "int(1e19) == 1 § the number has no place in int",
                "int(18446744073709551615u) == 1 § the number has no place in int",
                "uint(-1) == 1u § the number has no place in uint",
                "double('one') == 1.0 § \"one\" is not a double",
                "bool('yes') § \"yes\" is not a bool",
                "duration('10' + 'x') == duration('1s') § \"10x\" is not a duration such as 1h30m",
                "duration('2562047h') + duration('1h') == duration('0') § a duration is at most 292 years to either side",
                "timestamp('9999-12-31T23:59:59Z') + duration('1s') == timestamp(0) § a timestamp is within the years 1 to 9999",
                "timestamp('2026-02-2' + '9T00:00:00Z') == timestamp(0) § \"2026-02-29T00:00:00Z\" is not a timestamp such as 2026-03-01T08:30:00Z",
                "timestamp(0).getHours('Mars') == 1 § there is no time zone \"Mars\": it is a name such as \"Europe/Vienna\" or an offset such as \"+02:00\"",
                "ipaddress('10.0.0' + '.256').in_cidr('10.0.0.0/8') § \"10.0.0.256\" is not an IP address",
                "ipaddress('10.0.0.1').in_cidr('10.0.0.0' + '/33') § \"10.0.0.0/33\" is not a range of addresses such as 10.0.0.0/8",
                "'a'.matches('(' + 'a') § the pattern is no regular expression of RE2: missing closing )",
                "[1, 0].exists(x, 4 / x == 5) § division by zero",
                "[1, 0].all(x, 4 / x == 4) § division by zero",
                "[1, 0].exists_one(x, 4 / x == 4) § division by zero",
                "[0, 1].map(x, 1 / x) == [1] § division by zero",
                "[0, 1].filter(x, 1 / x == 1) == [1] § division by zero",
                "1 / 0 == 1 || false § division by zero",
                "1 / 0 == 1 ? true : true § division by zero",
            })
    void cannot_be_had(String row) {
        var columns = row.split(" § ");
        assertThat(evaluate(columns[0])).isEqualTo(new CelResult.Failed(columns[1]));
    }
}
