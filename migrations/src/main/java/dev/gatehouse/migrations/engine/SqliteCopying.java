package dev.gatehouse.migrations.engine;

import static dev.gatehouse.mapper.Identifier.quoted;

import dev.gatehouse.migrations.shape.ColumnShape;
import dev.gatehouse.migrations.shape.TableShape;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/// Copies the rows of a table that is made anew.
///
/// Rows that stay what they are SQLite copies whole. Rows that change are computed one by one; many of them go into a
/// [SqliteStage] first, where the keys are sorted, and whole from there: filled row by row, a random key jumps about
/// its index. They go in portions along SQLite's own row numbers, so that somebody can be told how far it is.
///
/// @spec https://www.sqlite.org/lang_createtable.html#rowid SQLite, ROWIDs
record SqliteCopying(Connection connection, SqliteRebuild rebuild, Copying told) {

    private static final long PORTION = 50_000;

    void run() throws SQLException {
        var table = rebuild.before();
        if (rebuild.keepsRows()) {
            SqliteEngine.execute(connection, rebuild.copyWhole(quoted(table.name())));
            return;
        }
        var total = Counting.count(connection, "select count(*) from " + quoted(table.name()));
        var number = rowNumber(table);
        if (total <= PORTION || number.isEmpty()) {
            SqliteEngine.execute(connection, rebuild.copy(quoted(rebuild.fresh()), ""));
            return;
        }
        var stage = SqliteStage.of(connection, rebuild);
        stage.create();
        copy(stage.name(), number.get(), total);
        stage.sortKeys();
        SqliteEngine.execute(connection, rebuild.copyWhole(stage.name()));
        stage.drop();
    }

    private void copy(String into, String number, long total) throws SQLException {
        var done = 0L;
        var from = Long.MIN_VALUE;
        for (var to = end(number, from); to.isPresent(); to = end(number, from)) {
            done += copy(into, number, from, to.get());
            told.copied(rebuild.before().name(), done, total);
            from = to.get();
        }
        done += copy(into, number, from, Long.MAX_VALUE);
        told.copied(rebuild.before().name(), done, total);
    }

    private long copy(String into, String number, long from, long to) throws SQLException {
        var portion = "\nwhere %s %s ? and %s <= ?".formatted(number, from == Long.MIN_VALUE ? ">=" : ">", number);
        try (var statement = connection.prepareStatement(rebuild.copy(into, portion))) {
            statement.setLong(1, from);
            statement.setLong(2, to);
            return statement.executeUpdate();
        }
    }

    /// The row number that ends the next portion; empty: what is left is less than one.
    private Optional<Long> end(String number, long from) throws SQLException {
        var sql = "select %s from %s where %s > ? order by %s limit 1 offset "
                        .formatted(number, quoted(rebuild.before().name()), number, number)
                + (PORTION - 1);
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, from);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
            }
        }
    }

    /// SQLite's name for the number of a row, unless columns have taken all of its names.
    private static Optional<String> rowNumber(TableShape table) {
        var columns = table.columns().stream().map(ColumnShape::name).toList();
        return Stream.of("_rowid_", "rowid", "oid")
                .filter(name -> !columns.contains(name))
                .findFirst();
    }
}
