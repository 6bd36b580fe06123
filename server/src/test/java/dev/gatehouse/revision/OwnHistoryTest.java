package dev.gatehouse.revision;

import static dev.gatehouse.mapper.Identifier.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.Table;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.migrations.Migrations;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Our own history with rows in every table: at each revision the schema is the same on the way up, on the way down and
/// up again, by the database's own text, and the last step keeps every row.
@EachDatabase
class OwnHistoryTest {
    private static final int ROWS = 2;

    private final Dialect dialect;
    private final Database database;
    private final Migrations migrations;

    OwnHistoryTest(TestDatabase on) {
        dialect = on.dialect();
        database = on.open();
        migrations = Migrations.of(database::connect, Revisions.all());
    }

    @Test
    void up_down_and_up_again_with_rows_in_every_table() throws SQLException {
        var schemas = new HashMap<Set<String>, List<String>>();
        schemas.put(Set.of(), schema());
        while (!migrations.isAtHead()) {
            migrations.upgrade("+1");
            schemas.put(migrations.current(), schema());
        }
        assertThat(migrations.compare(Tables.ALL).isClean()).isTrue();
        fill();
        var rows = rows();
        assertThat(rows).allSatisfy((table, held) -> assertThat(held).as(table).hasSize(ROWS));

        migrations.downgrade("-1");
        assertThat(schema()).isEqualTo(schemas.get(migrations.current()));
        migrations.upgrade("+1");
        assertThat(rows()).isEqualTo(rows);

        while (!migrations.current().isEmpty()) {
            migrations.downgrade("-1", true);
            assertThat(schema()).as("at %s", migrations.current()).isEqualTo(schemas.get(migrations.current()));
        }
        migrations.upgrade("head");
        assertThat(schema()).isEqualTo(schemas.get(migrations.current()));
        assertThat(migrations.compare(Tables.ALL).isClean()).isTrue();
    }

    /// What a row holds depends only on the column's type and the row's number, so every reference finds its row.
    private void fill() throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            var isSqlite = dialect == Dialect.SQLITE;
            statement.execute(isSqlite ? "pragma foreign_keys = off" : "set session_replication_role = replica");
            for (var table : Tables.ALL) {
                for (var row = 1; row <= ROWS; row++) statement.execute(insert(table, row));
            }
            statement.execute(isSqlite ? "pragma foreign_keys = on" : "set session_replication_role = origin");
            if (isSqlite) {
                assertThat(statement.executeQuery("pragma foreign_key_check").next())
                        .isFalse();
            }
        }
    }

    private String insert(Table table, int row) {
        var names =
                table.columns().stream().map(column -> quoted(column.name())).collect(Collectors.joining(", "));
        var values = table.columns().stream().map(column -> value(column, row)).collect(Collectors.joining(", "));
        return "insert into %s (%s) values (%s)".formatted(quoted(table.name()), names, values);
    }

    private String value(Column<?> column, int row) {
        var isSqlite = dialect == Dialect.SQLITE;
        var allowed = column.type().allowed();
        return switch (column.type().sqlType()) {
            case TEXT -> "'%s'".formatted(allowed.isEmpty() ? "row " + row : allowed.get(row % allowed.size()));
            case INTEGER, BIGINT, DOUBLE -> "" + row;
            case BOOLEAN -> isSqlite ? "" + row % 2 : "" + (row % 2 == 1);
            case UUID -> "'00000000-0000-0000-0000-00000000000%d'".formatted(row);
            case JSON -> "'{\"row\": %d}'".formatted(row);
            case BYTES -> isSqlite ? "x'0%d'".formatted(row) : "'\\x0%d'".formatted(row);
            case INSTANT -> isSqlite ? row + "000000" : "'1970-01-01 00:00:0%d+00'".formatted(row);
        };
    }

    private Map<String, List<String>> rows() throws SQLException {
        var rows = new TreeMap<String, List<String>>();
        for (var table : Tables.ALL) {
            var columns = table.columns().stream()
                    .map(column -> quoted(column.name()))
                    .collect(Collectors.joining(", "));
            rows.put(table.name(), ask("select %s from %s".formatted(columns, quoted(table.name()))));
        }
        return rows;
    }

    private List<String> schema() throws SQLException {
        return dialect == Dialect.SQLITE
                ? ask("select name, sql from sqlite_master where sql is not null and name <> 'schema_revision'")
                : ask("""
                        select c.relname::text, a.attname::text, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                               pg_get_expr(d.adbin, d.adrelid)
                        from pg_class c
                        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                        left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
                        where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
                          and c.relname <> 'schema_revision'
                        union all
                        select conrelid::regclass::text, conname::text, pg_get_constraintdef(oid), null, null
                        from pg_constraint
                        where connamespace = current_schema()::regnamespace and conrelid::regclass::text <> 'schema_revision'
                        union all
                        select tablename::text, indexname::text, indexdef, null, null from pg_indexes
                        where schemaname = current_schema() and tablename <> 'schema_revision'""");
    }

    private List<String> ask(String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                var row = new StringBuilder();
                for (var at = 1; at <= rows.getMetaData().getColumnCount(); at++) {
                    row.append(rows.getString(at)).append(" | ");
                }
                found.add(row.toString());
            }
        }
        return found.stream().sorted().toList();
    }
}
