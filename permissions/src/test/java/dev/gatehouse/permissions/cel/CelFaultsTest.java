package dev.gatehouse.permissions.cel;

import static dev.gatehouse.permissions.cel.Conditions.faults;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is wrong is said with its place, and with what would be right.
class CelFaultsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                " § 1:1: expected a value, found the end",
                "// nothing § 1:11: expected a value, found the end",
                "1 + § 1:4: expected a value, found the end",
                "(n > 1 § 1:7: expected \")\", found the end",
                "n > 1) § 1:6: expected an operator or the end, found \")\"",
                "n > 1 n § 1:7: expected an operator or the end, found \"n\"",
                "[1, 2 § 1:6: expected \",\" or \"]\", found the end",
                "{'a' 1} == {} § 1:6: expected \":\" and the value of this key, found \"1\"",
                "n > 1 ? true § 1:13: expected \":\" and the other branch, found the end",
                "names. § 1:7: expected the name of a member, found the end",
                "name = 'bob' § 1:6: the character \"=\" means nothing here: to compare, write \"==\"",
                "n > 1 & n < 2 § 1:7: the character \"&\" means nothing here: and is \"&&\"",
                "name == 'bob § 1:9: this string does not end: ' is expected on the same line",
                "name == '''bob' § 1:9: this string does not end: ''' is expected",
                "name == 'b\\ob' § 1:11: unknown escape \\o: a backslash itself is \\\\",
                "name == '\\uD800' § 1:10: an escape \\u needs 4 digits that name a character",
                "name == b'bob' § 1:9: there are no byte strings in conditions",
                "n > 9223372036854775808 § 1:5: 9223372036854775808 is no number of 64 bits",
                "n > 0x § 1:5: 0x is no number of 64 bits",
                "for == 1 § 1:1: \"for\" is a reserved word of CEL",
                "in [1] § 1:1: \"in\" needs a value before it",
                "!-n § 1:2: put what stands after the other sign in parentheses",
                "Person{name: 'bob'} == null § 1:7: there are no messages to build in conditions",
                "person.?name == 'bob' § 1:8: there are no optional members in conditions: ask has(…) first",
                "age > 1 § 1:1: unknown name \"age\": known are n, name, names, person, x, t, ip",
                "n > 'a' § 1:3: \">\" does not go with int and string",
                "n > 1.0 § 1:3: \">\" does not go with int and double: convert one, as in int(…)",
                "n == name § 1:3: \"==\" does not go with int and string",
                "name in person && n in names § 1:21: \"in\" does not go with int and list<string>",
                "n § 1:1: a condition must be a bool, and this is int",
                "x § 1:1: a condition must be a bool, and this is any: write bool(…) around it",
                "n && true § 1:1: what stands beside \"&&\" must be a bool, and this is int",
                "n ? true : false § 1:1: what stands before \"?\" must be a bool, and this is int",
                "(true ? 1 : 'a') == 1 § 1:7: both branches must be of one kind, and these are int and string",
                "name.first == 'bob' § 1:6: string has no members, so no \"first\": only maps have",
                "has(name) § 1:1: has() takes one member of a map, as in has(person.name)",
                "names['a'] == 'a' § 1:6: \"[]\" does not go with list<string> and string",
                "{[1]: 2} == {} § 1:2: a key is a string, int, uint or bool, and this is list<int>",
                "lower(name) == 'bob' § 1:1: unknown function lower()",
                "contains(name, 'b') § 1:1: unknown function contains(): it is called after a dot, x.contains()",
                "name.int() == 1 § 1:6: unknown function int(): it is called without a dot, int(x)",
                "name.contains(1) § 1:6: string has no contains(int)",
                "size(n) == 1 § 1:1: size() does not take (int)",
                "t.getHours(1) == 1 § 1:3: timestamp has no getHours(int)",
                "names.all(n > 1) § 1:7: all() is called on a list or a map, as in list.all(one, what is asked of it)",
                "names.all('a', true) § 1:11: all() takes first a name for what it looks at",
                "names.all(name, 1) § 1:17: what is asked of each must be a bool, and this is int",
                "name.exists(letter, true) § 1:6: exists() walks over a list or a map, and this is string",
                "name.matches('(') § 1:14: the pattern is no regular expression of RE2: missing closing )",
                "name.matches('((a{900}){900}){900}') § 1:14: the pattern is too large: it has too many repetitions, groups or characters",
                "t < timestamp('yesterday') § 1:15: \"yesterday\" is not a timestamp such as 2026-03-01T08:30:00Z",
                "t < t + duration('1 hour') § 1:18: \"1 hour\" is not a duration such as 1h30m",
                "ip == ipaddress('localhost') § 1:17: \"localhost\" is not an IP address",
                "ip.in_cidr('10.0.0.0') § 1:12: \"10.0.0.0\" is not a range of addresses such as 10.0.0.0/8",
            })
    void is_told(String row) {
        var columns = row.split(" § ", -1);
        var found = faults(
                columns[0].equals(" ") ? "" : columns[0],
                "n",
                "int",
                "name",
                "string",
                "names",
                "list<string>",
                "person",
                "map<string>",
                "x",
                "any",
                "t",
                "timestamp",
                "ip",
                "ipaddress");
        assertThat(found).containsExactly(columns[1]);
    }

    @Test
    void all_are_told_at_once_and_in_order() {
        assertThat(faults("""
                age > 1
                  && n == 'a'
                  && lower(n)""", "n", "int"))
                .containsExactly(
                        "1:1: unknown name \"age\": known are n",
                        "2:8: \"==\" does not go with int and string",
                        "3:6: unknown function lower()");
    }

    @Test
    void a_column_counts_characters_and_not_halves_of_them() {
        assertThat(faults("'😀' == 1")).containsExactly("1:5: \"==\" does not go with string and int");
    }

    @Test
    void what_a_macro_binds_is_known_within_it_only() {
        assertThat(faults("[1].all(each, each > 0) && each > 0"))
                .containsExactly("1:28: unknown name \"each\": there are no parameters");
    }
}
