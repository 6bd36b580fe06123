package dev.gatehouse.migrations;

import static dev.gatehouse.mapper.ColumnType.BIGINT;
import static dev.gatehouse.mapper.ColumnType.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Table;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.migrations.compare.Comparison;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How long a text may be is part of the declaration; a change of it is seen, and run, on both databases.
@EachDatabase
class LengthTest {
    /// A note whose title may have so many characters.
    private static final class NoteTable extends Table {
        final Column<Long> id = notNull("id", BIGINT);
        final Column<String> title;

        NoteTable(int most) {
            super("note");
            title = nullable("title", text(most));
            primaryKey(id);
        }
    }

    private final Database database;
    private final List<Revision> history = new ArrayList<>();

    LengthTest(TestDatabase on) {
        database = on.open();
        generate(200);
        upgrade();
    }

    @Test
    void a_longer_text_is_refused_by_the_database() throws SQLException {
        insert(1, 200);
        assertThatThrownBy(() -> insert(2, 201)).hasMessageContaining("ck_note_title_length");
    }

    @Test
    void characters_are_counted_not_bytes() throws SQLException {
        run("insert into note (id, title) values (1, '%s')".formatted("ü".repeat(200)));
    }

    @Test
    void a_changed_length_is_seen_there_and_back() throws SQLException {
        insert(1, 100);
        assertThat(generate(100).inWords()).containsExactly("changed length of note.title from 200 to 100");
        upgrade();
        assertThatThrownBy(() -> insert(2, 101)).hasMessageContaining("ck_note_title_length");
        assertThat(compare(100).isEmpty()).isTrue();
        migrations().downgrade("-1");
        insert(2, 200);
    }

    /// SQLite's own way to add a check to a table takes a row without a title for one that does not meet it.
    @Test
    void a_row_without_a_text_meets_any_length() throws SQLException {
        run("insert into note (id, title) values (1, null)");
        generate(100);
        upgrade();
        assertThat(migrations().current()).containsExactly("a2");
    }

    @Test
    void a_narrower_one_waits_for_the_texts_that_are_too_long() throws SQLException {
        insert(1, 150);
        insert(2, 151);
        insert(3, 100);
        generate(100);
        assertThatThrownBy(this::upgrade)
                .hasMessageEndingWith("2 rows of note.title are longer than 100 characters: shorten them first");
        assertThat(migrations().current()).containsExactly("a1");
        insert(4, 200);
    }

    private Comparison generate(int most) {
        var comparison = compare(most);
        var parents = history.stream().map(Revision::id).toList();
        history.add(new Said("a" + (history.size() + 1), parents, comparison.upgrade(), comparison.downgrade()));
        return comparison;
    }

    private Comparison compare(int most) {
        return migrations().compare(List.of(new NoteTable(most)));
    }

    private void upgrade() {
        migrations().upgrade("head");
    }

    private Migrations migrations() {
        return Migrations.of(database::connect, history);
    }

    private void insert(int id, int length) throws SQLException {
        run("insert into note (id, title) values (%d, '%s')".formatted(id, "x".repeat(length)));
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
