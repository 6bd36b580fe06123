package dev.gatehouse.migrations;

import static dev.gatehouse.mapper.Identifier.quoted;

import dev.gatehouse.mapper.Identifier;
import dev.gatehouse.migrations.engine.Engine;
import dev.gatehouse.migrations.shape.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Where a database keeps the revisions that it stands at: a row for each head, none at base. Read without making
/// it.
record VersionTable(String name, Engine engine) {

    VersionTable {
        requireName(name);
    }

    /// Refuses what cannot be a table's name.
    static String requireName(String name) {
        try {
            return Identifier.checked("version table", name);
        } catch (IllegalArgumentException refusal) {
            throw new MigrationException(refusal.getMessage(), refusal);
        }
    }

    Set<String> read(Connection connection) throws SQLException {
        if (!engine.hasTable(connection, name)) return Set.of();
        var heads = new TreeSet<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select revision from " + quoted(name))) {
            while (rows.next()) heads.add(rows.getString(1));
        }
        return heads;
    }

    /// Moves the rows from what was read to what is to be, inside the step's own transaction.
    void write(Connection connection, Set<String> before, Set<String> after) throws SQLException {
        if (!engine.hasTable(connection, name)) run(connection, createTable());
        for (var sql : statements(before, after)) run(connection, sql);
    }

    /// Takes every row away, whatever it says.
    void purge(Connection connection) throws SQLException {
        if (engine.hasTable(connection, name)) run(connection, "delete from " + quoted(name));
    }

    /// The statement that makes the table.
    String createTable() {
        return "create table %s (revision text not null, constraint pk_%s primary key (revision))"
                .formatted(quoted(name), name);
    }

    /// What moves the rows, as SQL text: a row changes into another as long as there are both.
    List<String> statements(Set<String> before, Set<String> after) {
        var gone = new TreeSet<>(before);
        gone.removeAll(after);
        var come = new TreeSet<>(after);
        come.removeAll(before);
        var statements = new ArrayList<String>();
        while (!gone.isEmpty() && !come.isEmpty()) {
            statements.add("update %s set revision = %s where revision = %s"
                    .formatted(quoted(name), literal(come.removeFirst()), literal(gone.removeFirst())));
        }
        gone.forEach(row -> statements.add("delete from %s where revision = %s".formatted(quoted(name), literal(row))));
        come.forEach(
                row -> statements.add("insert into %s (revision) values (%s)".formatted(quoted(name), literal(row))));
        return statements;
    }

    private static String literal(String id) {
        if (!Target.NAME.matcher(id).matches()) throw new MigrationException("'%s' is no revision id".formatted(id));
        return "'" + id + "'";
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
