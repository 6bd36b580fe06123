package dev.gatehouse.migrations;

import static dev.gatehouse.mapper.Identifier.quoted;

import dev.gatehouse.mapper.Identifier;
import dev.gatehouse.migrations.engine.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/// Where a database keeps the revisions that it stands at: a row for each head, none at base. Read without making
/// it.
record VersionTable(String name, Engine engine) {

    VersionTable {
        Identifier.checked("version table", name);
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
        if (!engine.hasTable(connection, name)) create(connection);
        var gone = new LinkedHashSet<>(before);
        gone.removeAll(after);
        for (var head : gone) change(connection, "delete from %s where revision = ?", head);
        var come = new LinkedHashSet<>(after);
        come.removeAll(before);
        for (var head : come) change(connection, "insert into %s (revision) values (?)", head);
    }

    private void create(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("create table %s (revision text not null, constraint pk_%s primary key (revision))"
                    .formatted(quoted(name), name));
        }
    }

    private void change(Connection connection, String sql, String head) throws SQLException {
        try (var statement = connection.prepareStatement(sql.formatted(quoted(name)))) {
            statement.setString(1, head);
            statement.executeUpdate();
        }
    }
}
