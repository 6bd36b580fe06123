package dev.gatehouse.migrations.engine;

import static dev.gatehouse.mapper.Identifier.quoted;

import dev.gatehouse.migrations.engine.Touch.Rows;
import dev.gatehouse.migrations.operation.Operation;
import dev.gatehouse.migrations.shape.SchemaShape;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// What a step will do on SQLite, before it does it. Locks are not named: all other writers wait until the step is
/// over.
///
/// @spec https://www.sqlite.org/lang_altertable.html SQLite, ALTER TABLE
record SqliteForesight(Connection connection) {

    List<Foreseen> of(List<Operation> operations, SchemaShape before) {
        var foreseen = new ArrayList<Foreseen>();
        for (var change : SqliteDdl.plan(operations, before)) {
            switch (change) {
                case Change.Run(var sql) -> foreseen.add(judged(sql));
                case Change.Rebuild rebuild -> foreseen.addAll(rebuilt(rebuild));
                case Change.Move _ -> foreseen.add(Foreseen.unknown("-- rows moved by Java code"));
                case Change.Demand _, Change.Loss _ -> {}
            }
        }
        return foreseen;
    }

    private static List<Foreseen> rebuilt(Change.Rebuild rebuild) {
        return SqliteRebuild.of(rebuild.before(), rebuild.table(), rebuild.changes()).statements(List.of()).stream()
                .map(sql -> sql.startsWith("insert")
                        ? Foreseen.of(sql, new Touch(rebuild.table(), "", Rows.REWRITTEN))
                        : Foreseen.of(sql))
                .toList();
    }

    private static Foreseen judged(String sql) {
        try {
            return judged(sql, SqlCursor.of(sql));
        } catch (UnreadableSql unknown) {
            return Foreseen.unknown(sql);
        }
    }

    private static Foreseen judged(String sql, SqlCursor words) {
        if (words.take("create", "table") || words.take("drop", "table") || words.take("drop", "index")) {
            return Foreseen.of(sql);
        }
        if (words.take("create", "index") || words.take("create", "unique", "index")) {
            words.name();
            words.take("on");
            return Foreseen.of(sql, new Touch(words.name(), "", Rows.READ));
        }
        if (words.take("alter", "table")) return Foreseen.of(sql, new Touch(words.name(), "", altered(words)));
        throw new UnreadableSql("it is none of ours");
    }

    /// A column that goes is taken out of every row.
    private static Rows altered(SqlCursor words) {
        if (words.take("drop", "column")) return Rows.REWRITTEN;
        if (words.take("rename") || words.take("add", "column") || words.take("drop", "constraint"))
            return Rows.UNTOUCHED;
        if (words.take("add", "constraint")) return Rows.READ;
        if (!words.take("alter", "column")) throw new UnreadableSql("it alters otherwise");
        words.name();
        return words.take("set", "not", "null") ? Rows.READ : Rows.UNTOUCHED;
    }

    OptionalLong rows(String table) throws SQLException {
        if (!new SqliteEngine().hasTable(connection, table)) return OptionalLong.empty();
        return OptionalLong.of(Counting.count(connection, "select count(*) from " + quoted(table)));
    }
}
