package dev.gatehouse.permissions.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is refused, where it stands, and what is said about it.
class ModelFaultsTest {

    /// The definition begins in column 20 of line 15.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            [person] or owner and editor    | 15:38: `and` behind `or`: put parentheses around what belongs together, `(a or b) and c`.
            [person] but not owner or editor| 15:43: `or` behind `but not`: put parentheses around what belongs together, `(a but not b) or c`.
            owner but not editor but not owner | 15:41: `but not` behind `but not`: put parentheses around what belongs together, `(a but not b) but not c`.
            or owner                        | 15:20: Expected a relation or `[` or `(`, found `or`.
            but not owner                   | 15:20: Expected a relation or `[` or `(`, found `but`.
            owner or                        | 15:28: Expected a relation or `[` or `(`, found the end of the line.
            owner editor                    | 15:26: Expected `or` or `and` or `but not` or the end of the line, found `editor`.
            owner from                      | 15:30: Expected the relation that leads there, found the end of the line.
            (owner or editor                | 15:36: Expected `or` or `and` or `but not` or `)`, found the end of the line.
            owner or editor)                | 15:35: No `(` is open here.
            []                              | 15:21: Expected a type, found `]`.
            [person                         | 17:1: Expected `,` or `]`, found `condition`.
            [person group]                  | 15:28: Expected `,` or `]`, found `group`.
            [person:]                       | 15:28: Expected `*`, found `]`.
            [person:*:*]                    | 15:29: Expected `,` or `]`, found `:`.
            [person#]                       | 15:28: Expected a relation, found `]`.
            [group#member:*]                | 15:33: Expected `,` or `]`, found `:`.
            [person with]                   | 15:32: Expected a condition's name, found `]`.
            [person] or [group#member]      | 15:32: A relation has one list of those it is given to directly. Put all into the first brackets.
            [robot]                         | 15:21: There is no type `robot`.
            [group#owner]                   | 15:27: There is no relation `owner` in the type `group`.
            [person with holiday]           | 15:33: There is no condition `holiday`.
            [person with $expression]       | 15:33: Relationships cannot bring conditions of their own, `$expression`; define one and name it.
            reader                          | 15:20: There is no relation `reader` in the type `document`.
            owner but not reader            | 15:34: There is no relation `reader` in the type `document`.
            owner from folder               | 15:31: There is no relation `folder` in the type `document`.
            reader from parent              | 15:20: No type that `parent` leads to has the relation `reader`: `document`.
            member from editors             | 15:32: There is no relation `editors` in the type `document`.
            viewer                          | 15:12: Nobody can ever have `viewer`: no way to it begins with somebody in brackets.
            viewer from parent              | 15:12: Nobody can ever have `viewer`: no way to it begins with somebody in brackets.
            [document#viewer]               | 15:12: Nobody can ever have `viewer`: no way to it begins with somebody in brackets.
            owner and viewer                | 15:12: Nobody can ever have `viewer`: no way to it begins with somebody in brackets.
            owner but not viewer            | 15:12: Nobody can ever have `viewer`: no way to it begins with somebody in brackets.
            """)
    void a_definition_that_is_wrong(String definition, String fault) {
        assertThat(Texts.faults(ModelText.read(Texts.document(definition)))).contains(fault);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            type person                         | 1:1: Expected `model`, found `type`.
            model/type person                   | 2:1: Expected `schema`, found `type`.
            model/schema/type person            | 2:7: Expected a version, `1.1`, found the end of the line.
            model/schema1.1/type person         | 2:1: Expected `schema`, found `schema1.1`.
            model/schema 1.0/type person        | 2:8: `1.0` is no version of the language that is known here; write 1.1.
            module core/type person             | 1:1: This is one module of a model. Put its modules together first (`./gatehouse model write fga.mod`).
            model/schema 1.1/extend type person | 3:1: `extend` is for modules. Write the relations where the type is defined.
            model/schema 1.1/types person       | 3:1: Expected `type` or `condition`, found `types`.
            model/schema 1.1/type               | 3:5: Expected a type's name, found the end of the text.
            model/schema 1.1/type a b           | 3:8: Expected the end of the line, found `b`.
            model/schema 1.1/type a/define b: [a] | 4:1: Expected `relations`, found `define`.
            model/schema 1.1/type a/relations/type b | 5:1: Expected `define`, found `type`.
            model/schema 1.1/type a/relations/define b [a] | 5:10: Expected `:`, found `[`.
            model/schema 1.1/type a/relations/defne b: [a] | 5:1: Expected `define`, found `defne`.
            model/schema 1.1/type a/relations/define b as self | 5:10: Expected `:`, found `as`.
            model/schema 1.1/type self          | 3:6: `self` is reserved; call it otherwise.
            model/schema 1.1/type a/relations/define this: [a] | 5:8: `this` is reserved; call it otherwise.
            model/schema 1.1/type a/type a      | 4:6: The type `a` is defined before.
            model/schema 1.1/type a/relations/define b: [a]/define b: [a] | 6:8: The relation `b` is defined before in the type `a`.
            model/schema 1.1/type a@b           | 3:6: `a@b` has a character that no name has: a space, a control character or one of `:#@,[](){}<>*`.
            """)
    void a_text_that_is_wrong(String lines, String fault) {
        assertThat(Texts.faults(ModelText.read(lines.replace('/', '\n')))).containsExactly(fault);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            condition (a: int) { a > 0 }         | 4:11: Expected a condition's name, found `(`.
            condition c { true }                 | 4:13: Expected `(`, found `{`.
            condition c(int) { true }            | 4:16: Expected `:`, found `)`.
            condition c(a: int { true }          | 4:20: Expected `,` or `)`, found `{`.
            condition c(a: list) { true }        | 4:20: Expected `<`, found `)`.
            condition c(a: list<map>) { true }   | 4:24: Expected `<`, found `>`.
            condition c(a: int) true             | 4:21: Expected `{`, found `true`.
            condition c(a: int) { a > 0          | 4:21: The `}` that closes this expression is missing.
            condition c(a: int) { a > 0 } }      | 4:31: Expected the end of the line, found `}`.
            condition c(a: int, a: int) { true } | 4:21: The parameter `a` is defined before in the condition `c`.
            condition c(a-b: int) { true }       | 4:13: `a-b` cannot be a parameter's name: letters, digits and `_`, 50 at most, no digit first.
            condition c(in: int) { true }        | 4:13: `in` cannot be a parameter's name: letters, digits and `_`, 50 at most, no digit first.
            """)
    void a_condition_that_is_wrong(String condition, String fault) {
        assertThat(Texts.faults(ModelText.read("model\nschema 1.1\ntype person\n" + condition)))
                .containsExactly(fault);
    }

    @Test
    void a_parameter_of_no_known_type_is_told_which_there_are() {
        var reading = ModelText.read("model\nschema 1.1\ntype person\ncondition c(a: text) { true }");

        var fault = ((ModelReading.Refused) reading).faults().getFirst();
        assertThat(fault.place()).isEqualTo(new Place.InText(4, 16));
        assertThat(fault.found()).isEqualTo("text");
        assertThat(fault.expected()).contains("`string`", "`ipaddress`", "`list<…>`");
    }

    @Test
    void between_an_operator_and_brackets_there_is_a_space() {
        assertThat(Texts.faults(ModelText.read("""
                model
                  schema 1.1
                type person
                type document
                  relations
                    define owner: [person]
                    define editor: [person]or owner
                    define viewer: (editor or owner)but not(owner and editor)
                """)))
                .containsExactly(
                        "7:28: Put a space before `or`.",
                        "8:37: Put a space before `but not`.",
                        "8:44: Put a space behind `but not`.");
    }

    @Test
    void a_condition_is_defined_once() {
        assertThat(Texts.faults(ModelText.read("""
                model
                  schema 1.1
                type person
                condition c(a: int) { a > 0 }
                condition c(a: int) { a > 1 }
                """))).containsExactly("5:11: The condition `c` is defined before.");
    }

    @Test
    void what_stands_behind_from_leads_to_single_objects_only() {
        assertThat(Texts.faults(ModelText.read("""
                model
                  schema 1.1
                type person
                type folder
                  relations
                    define owner: [person]
                    define either: [folder] or owner
                    define members: [folder, folder#owner]
                    define all: [folder, folder:*]
                    define a: owner from either
                    define b: owner from members
                    define c: owner from all
                """)))
                .containsExactly(
                        "10:26: Behind `from` stands a relation that is only given directly; `either` is more than its brackets.",
                        "11:26: Behind `from` stands a relation to single objects; `members` may also name `folder#owner`.",
                        "12:26: Behind `from` stands a relation to single objects; `all` may also name `folder:*`.");
    }

    @Test
    void one_type_that_has_the_relation_is_enough() {
        var model = Texts.read("""
                model
                  schema 1.1
                type person
                type folder
                  relations
                    define owner: [person]
                type document
                  relations
                    define parent: [person, folder]
                    define owner: owner from parent
                """);

        assertThat(model.relation("document", "owner")).isPresent();
    }

    @Test
    void a_circle_that_somebody_can_enter_is_allowed() {
        var model = Texts.read("""
                model
                  schema 1.1
                type person
                type document
                  relations
                    define admin: [person]
                    define reader: admin or writer
                    define writer: admin or reader
                """);

        assertThat(model.relation("document", "writer")).isPresent();
    }

    @Test
    void a_circle_that_nobody_can_enter_is_told_for_each_relation_of_it() {
        assertThat(Texts.faults(ModelText.read("""
                model
                  schema 1.1
                type document
                  relations
                    define reader: writer
                    define writer: reader
                """)))
                .containsExactly(
                        "5:12: Nobody can ever have `reader`: no way to it begins with somebody in brackets.",
                        "6:12: Nobody can ever have `writer`: no way to it begins with somebody in brackets.");
    }

    /// The model would say of somebody that she is a guest if she is none.
    @Test
    void nothing_depends_on_its_own_absence() {
        assertThat(Texts.faults(ModelText.read("""
                model
                  schema 1.1
                type person
                type house
                  relations
                    define guest: [person] but not (stranger or enemy)
                    define stranger: [person] or friend
                    define friend: guest or stranger
                    define enemy: [person]
                """)))
                .containsExactly("6:37: `guest` takes away `stranger`, which depends on `guest` itself.");
    }

    @Test
    void faults_of_an_expression_are_told_at_their_place_in_the_text() {
        assertThat(Texts.faults(ModelText.read("""
                model
                  schema 1.1
                type person
                condition weekday(day: int) {
                  day > 0 &&
                    dya < 6
                }
                condition early(hour: int) { hour <  }
                """)))
                .satisfiesExactly(
                        fault -> assertThat(fault)
                                .startsWith("6:5: Unknown name")
                                .contains("dya"),
                        fault -> assertThat(fault).startsWith("8:36: Expected a value"));
    }

    @Test
    void all_faults_are_told_at_once_and_one_never_makes_another() {
        assertThat(Texts.faults(ModelText.read("""
                model
                  schema 1.1
                type person
                type document
                  relations
                    define owner: [person
                    define editor: [robot] or owner
                    define viewer: editor or and owner
                    define reader: viewer but not banned
                    define guest: viewer from owner
                type document
                """)))
                .containsExactly(
                        "7:5: Expected `,` or `]`, found `define`.",
                        "7:21: There is no type `robot`.",
                        "8:30: Expected a relation or `[` or `(`, found `and`.",
                        "9:35: There is no relation `banned` in the type `document`.",
                        "11:6: The type `document` is defined before.");
    }

    @Test
    void a_type_may_be_made_anew_on_which_the_model_beneath_leans() {
        var beneath = Texts.read("""
                model
                  schema 1.1
                type person
                type group
                  relations
                    define member: [person]
                type role
                  relations
                    define holder: [group#member]
                """);

        assertThat(ModelText.read("""
                model
                  schema 1.1
                type group
                  relations
                    define part: [person]
                """, beneath)).isInstanceOf(ModelReading.Read.class);
    }

    @Test
    void more_than_a_hundred_faults_are_not_told() {
        var text = "model\nschema 1.1\n" + "type a:\n".repeat(10_000);

        assertThat(Texts.faults(ModelText.read(text))).hasSize(100);
    }

    @Test
    void a_name_has_at_most_so_many_characters() {
        var type = "t".repeat(255);
        var relation = "r".repeat(51);

        assertThat(Texts.faults(ModelText.read(
                        "model\nschema 1.1\ntype " + type + "\nrelations\ndefine " + relation + ": [" + type + "]")))
                .satisfiesExactly(
                        fault -> assertThat(fault)
                                .startsWith("3:6: ")
                                .endsWith("longer than the 254 characters of a name."),
                        fault -> assertThat(fault)
                                .startsWith("5:8: ")
                                .endsWith("longer than the 50 characters of a name."));
    }

    @Test
    void a_text_that_is_too_long_is_not_looked_at() {
        assertThat(Texts.faults(ModelText.read("x".repeat(ModelLimits.TEXT + 1))))
                .isEqualTo(List.of("1:1: The model has 262145 characters of text; at most 262144 are read."));
    }

    @Test
    void parentheses_are_nested_so_deep_and_no_deeper() {
        var good = "(".repeat(50) + "owner" + ")".repeat(50);
        var bad = "(".repeat(100_000);

        assertThat(Texts.relation(good).rewrite()).isEqualTo(new Rewrite.ComputedUserset("owner"));
        assertThat(Texts.faults(ModelText.read(Texts.document(bad))))
                .containsExactly("15:70: Nested deeper than 50. Define a relation for a part.");
    }
}
