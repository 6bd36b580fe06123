package dev.gatehouse.permissions.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.permissions.cel.CelType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What can be written, and what it means.
class ModelTextTest {

    private static final Rewrite THIS = new Rewrite.This();

    @Test
    void a_model_has_types_with_relations() {
        var model = Texts.read("""
                model
                  schema 1.1

                type person

                type folder
                  relations
                    define owner: [person]
                """);

        assertThat(model)
                .isEqualTo(AuthorizationModel.of(
                        List.of(
                                Type.of("person", List.of()),
                                Type.of(
                                        "folder",
                                        List.of(new Relation("owner", THIS, List.of(DirectType.of("person")))))),
                        List.of()));
    }

    @Test
    void brackets_name_objects_usersets_and_everybody_each_maybe_with_a_condition() {
        var viewer = Texts.relation("[person, group#member, person:*, person with weekday, person:* with weekday]");

        assertThat(viewer.rewrite()).isEqualTo(THIS);
        assertThat(viewer.directTypes())
                .containsExactly(
                        DirectType.of("person"),
                        DirectType.userset("group", "member"),
                        DirectType.everybody("person"),
                        DirectType.of("person").with("weekday"),
                        DirectType.everybody("person").with("weekday"));
    }

    @Test
    void brackets_may_go_over_several_lines() {
        var viewer = Texts.relation("""
                [
                      person, # somebody
                      group#member
                    ]""");

        assertThat(viewer.directTypes())
                .containsExactly(DirectType.of("person"), DirectType.userset("group", "member"));
    }

    @Test
    void or_and_and_take_as_many_as_there_are() {
        assertThat(Texts.relation("[person] or editor or owner").rewrite())
                .isEqualTo(new Rewrite.Union(List.of(THIS, computed("editor"), computed("owner"))));
        assertThat(Texts.relation("[person] and editor and owner").rewrite())
                .isEqualTo(new Rewrite.Intersection(List.of(THIS, computed("editor"), computed("owner"))));
    }

    @Test
    void but_not_takes_one_away() {
        assertThat(Texts.relation("[person] but not owner").rewrite())
                .isEqualTo(new Rewrite.Exclusion(THIS, computed("owner")));
        assertThat(Texts.relation("[person]   but   not   owner").rewrite())
                .isEqualTo(new Rewrite.Exclusion(THIS, computed("owner")));
    }

    @Test
    void from_asks_the_objects_that_a_relation_leads_to() {
        assertThat(Texts.relation("owner from parent").rewrite())
                .isEqualTo(new Rewrite.TupleToUserset("parent", "owner"));
    }

    @Test
    void parentheses_are_kept_as_they_were_written() {
        assertThat(Texts.relation("([person] or editor) and (owner but not (editor and owner))")
                        .rewrite())
                .isEqualTo(new Rewrite.Intersection(List.of(
                        new Rewrite.Union(List.of(THIS, computed("editor"))),
                        new Rewrite.Exclusion(
                                computed("owner"),
                                new Rewrite.Intersection(List.of(computed("editor"), computed("owner")))))));
        assertThat(Texts.relation("(editor or owner) or [person]").rewrite())
                .isEqualTo(new Rewrite.Union(
                        List.of(new Rewrite.Union(List.of(computed("editor"), computed("owner"))), THIS)));
        assertThat(Texts.relation("((editor))").rewrite()).isEqualTo(computed("editor"));
    }

    @Test
    void the_words_of_the_language_are_names_where_a_name_is_due() {
        var text = """
                model
                  schema 1.1

                type type

                type define
                  relations
                    define or: [type]
                    define and: or or or
                    define but: and and or
                    define not: but but not and
                    define from: [define]
                    define with: or from from or (from but not or)
                    define relations: [type] or but
                    define model: [type with with, define#or]

                condition with(condition: string) {
                  condition == "with"
                }
                """;

        assertThat(ModelText.print(Texts.read(text))).isEqualTo(text);
    }

    @Test
    void spaces_are_free_and_comments_are_passed_over() {
        var model = Texts.read("""
                # what this is for

                   model # the head
                 schema 1.1
                      type person
                \ttype group # of people

                     relations

                  # who is in it
                define   member:[person,group#member]# glued
                """.replace("# glued", " # not glued"));

        assertThat(ModelText.print(model)).isEqualTo("""
                model
                  schema 1.1

                type person

                type group
                  relations
                    define member: [person, group#member]
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lines_may_end_as_they_do_anywhere(String lineEnd) {
        var text = """
                model
                  schema 1.1

                type person

                type group
                  relations
                    define member: [person with weekday]

                condition weekday(day: int) {
                  day > 0 &&
                    day < 6
                }
                """;

        assertThat(Texts.read(text.replace("\n", lineEnd))).isEqualTo(Texts.read(text));
    }

    @Test
    void a_condition_has_typed_parameters_and_an_expression() {
        var condition = Texts.condition("""
                condition inside(at: ipaddress, nets: list<string>, limits: map<list<int>>, any: any) {
                  at.in_cidr(nets[0])
                }""");

        assertThat(condition.expression().source()).isEqualTo("at.in_cidr(nets[0])");
        assertThat(condition.expression().parameters())
                .containsExactly(
                        Map.entry("at", CelType.Simple.IPADDRESS),
                        Map.entry("nets", new CelType.ListOf(CelType.Simple.STRING)),
                        Map.entry("limits", new CelType.MapOf(new CelType.ListOf(CelType.Simple.INT))),
                        Map.entry("any", CelType.Simple.ANY));
    }

    @Test
    void an_expression_ends_at_its_own_brace() {
        assertThat(Texts.condition("condition c(a: string) { {\"}\": a}[\"}\"] == '{' }")
                        .expression()
                        .source())
                .isEqualTo("{\"}\": a}[\"}\"] == '{'");
        assertThat(Texts.condition("condition c(a: string) {\n  a == \"\"\"\n}\n\"\"\" // } is text\n}")
                        .expression()
                        .source())
                .isEqualTo("a == \"\"\"\n}\n\"\"\" // } is text");
        assertThat(Texts.condition("condition c(a: string) { a == r'\\' }")
                        .expression()
                        .source())
                .isEqualTo("a == r'\\'");
    }

    @Test
    void a_sharp_in_a_string_is_no_comment() {
        assertThat(Texts.condition("condition c(a: string) {\n  a == ' # 1' # the first\n}")
                        .expression()
                        .source())
                .isEqualTo("a == ' # 1'");
    }

    @Test
    void types_and_conditions_of_the_model_beneath_may_be_named() {
        var beneath = Texts.read("""
                model
                  schema 1.1
                type person
                type group
                  relations
                    define member: [person]
                condition weekday(day: int) {
                  day < 6
                }
                """);
        var text = """
                model
                  schema 1.1

                type document
                  relations
                    define viewer: [person, group#member with weekday]
                """;

        var model = Texts.read(text, beneath);

        assertThat(ModelText.print(model)).isEqualTo(text);
        assertThat(model.over(beneath).types()).containsOnlyKeys("document", "person", "group");
        assertThat(model.over(beneath).conditions()).containsOnlyKeys("weekday");
    }

    private static Rewrite computed(String relation) {
        return new Rewrite.ComputedUserset(relation);
    }
}
