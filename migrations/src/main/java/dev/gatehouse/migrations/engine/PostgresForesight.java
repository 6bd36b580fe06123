package dev.gatehouse.migrations.engine;

import dev.gatehouse.migrations.operation.Operation;
import dev.gatehouse.migrations.operation.Replay;
import dev.gatehouse.migrations.shape.SchemaShape;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// What a step will do on this PostgreSQL, before it does it.
record PostgresForesight(Connection connection) {

    List<Foreseen> of(List<Operation> operations, SchemaShape before) throws SQLException {
        var volatileNames = volatileFunctions();
        var foreseen = new ArrayList<Foreseen>();
        var schema = before;
        for (var operation : operations) {
            var locks = new PostgresLocks(schema, volatileNames::contains);
            for (var change : PostgresDdl.plan(List.of(operation), schema)) {
                if (change instanceof Change.Run(var sql)) foreseen.add(judged(locks, sql));
                if (change instanceof Change.Move) foreseen.add(Foreseen.unknown("-- rows moved by Java code"));
            }
            schema = Replay.one(schema, operation);
        }
        return foreseen;
    }

    private static Foreseen judged(PostgresLocks locks, String sql) {
        return locks.of(sql).map(touches -> new Foreseen(sql, touches, true)).orElseGet(() -> Foreseen.unknown(sql));
    }

    private List<String> volatileFunctions() throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select distinct proname from pg_proc where provolatile = 'v'")) {
            while (rows.next()) names.add(rows.getString(1));
        }
        return names;
    }

    /// The server's own estimate; none for a table that it never looked at.
    OptionalLong rows(String table) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select reltuples::bigint from pg_class where relnamespace = current_schema()::regnamespace and relname = ?")) {
            statement.setString(1, table);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getLong(1) >= 0 ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
            }
        }
    }
}
