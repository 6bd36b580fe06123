package dev.gatehouse.mapper;

import static dev.gatehouse.mapper.AccountTable.ACCOUNT;
import static dev.gatehouse.mapper.ThingTable.THING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShapesTest {
    private final Shapes shapes = new Shapes(Dialect.POSTGRES);

    private static Phrase byId(UUID id) {
        return new Phrase()
                .text("select ")
                .projection(Projection.of(ACCOUNT.email))
                .text(" from ")
                .table(ACCOUNT)
                .conditions(" where ", List.of(ACCOUNT.id.eq(id)));
    }

    @Test
    void what_is_asked_again_with_other_values_is_not_spelled_again() {
        var first = shapes.of(byId(new UUID(1, 1)));
        assertThat(shapes.of(byId(new UUID(2, 2)))).isSameAs(first);
        assertThat(first.text()).isEqualTo("select account.email from account where account.id = ?");
        assertThat(first.parameters()).containsExactly(SqlType.UUID);
    }

    @Test
    void another_shape_is_another_statement() {
        var byId = shapes.of(byId(new UUID(1, 1)));
        var byEmail = new Phrase()
                .text("select ")
                .projection(Projection.of(ACCOUNT.email))
                .text(" from ")
                .table(ACCOUNT);
        assertThat(shapes.of(byEmail)).isNotSameAs(byId);
        assertThat(shapes.size()).isEqualTo(2);
    }

    @Test
    void shapes_without_end_do_not_fill_memory() {
        for (int i = 0; i < 3 * Shapes.MOST; i++) shapes.of(new Phrase().text("select " + i));
        assertThat(shapes.size()).isLessThanOrEqualTo(Shapes.MOST);
    }

    @Test
    void lists_of_all_lengths_share_few_shapes() {
        for (int length = 1; length <= 1_000; length++) {
            var ids = IntStream.range(0, length).mapToObj(Integer::toString).toList();
            shapes.of(new Phrase().conditions(" where ", List.of(ACCOUNT.email.in(ids))));
        }
        assertThat(shapes.size()).isEqualTo(11);
        var tooMany =
                IntStream.rangeClosed(0, In.MOST).mapToObj(Integer::toString).toList();
        assertThatThrownBy(() -> ACCOUNT.email.in(tooMany)).hasMessageContaining("at most 16384");
    }

    @Test
    void reserved_words_are_quoted_and_json_is_told_apart() {
        var phrase = new Phrase().text("update ").table(THING);
        var changes = new Assignments(THING);
        changes.set(THING.json, "{}");
        changes.writeSet(phrase);
        phrase.conditions(" where ", List.of(THING.big.gt(1L)));
        assertThat(shapes.of(phrase).text())
                .isEqualTo("update \"table\" set \"values\" = ?::jsonb where \"table\".\"order\" > ?");
        assertThat(Sql.spelled(Dialect.SQLITE, phrase).text()).contains("\"values\" = json(?)");
    }

    @Test
    void text_and_parts_must_match() {
        assertThatThrownBy(() -> Condition.sql("{} = {}", ACCOUNT.id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the text has 2 {} for 1 parts");
    }

    @Test
    void comparing_with_nothing_is_refused() {
        assertThatThrownBy(() -> ACCOUNT.name.eq((String) null)).hasMessageContaining("ask isNull()");
        assertThatThrownBy(() -> Condition.anyOf()).hasMessageContaining("any of no conditions");
        assertThatThrownBy(() -> Condition.allOf().not()).hasMessageContaining("the contrary of no condition");
        assertThatThrownBy(() -> ACCOUNT.id.startsWith("a")).hasMessageContaining("only text starts with text");
        assertThatThrownBy(() -> ACCOUNT.email.plus("a")).hasMessageContaining("only numbers add up");
    }
}
