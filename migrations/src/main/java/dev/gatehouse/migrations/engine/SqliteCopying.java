package dev.gatehouse.migrations.engine;

import static dev.gatehouse.mapper.Identifier.quoted;

import dev.gatehouse.migrations.shape.ColumnShape;
import dev.gatehouse.migrations.shape.TableShape;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Copies the rows of a table that is made anew.
///
/// A key that is filled row by row in the order of the rows is filled at random, and that takes most of the time. So
/// rows
/// that stay what they are go over whole, keys included; others go to a table without keys first, in portions along
/// SQLite's own row numbers, so that somebody can be told how far it is; there the keys are sorted, and then they go
/// over whole.
///
/// @spec https://www.sqlite.org/lang_createtable.html#rowid SQLite, ROWIDs
record SqliteCopying(Connection connection, SqliteRebuild rebuild, Copying told) {

    private static final long PORTION = 50_000;

    void run() throws SQLException {
        if (rebuild.keepsRows()) {
            execute(rebuild.copyWhole());
            return;
        }
        execute(List.of(rebuild.createStage()));
        copyToStage();
        execute(rebuild.copyFromStage());
    }

    private void execute(List<String> statements) throws SQLException {
        for (var sql : statements) SqliteEngine.execute(connection, sql);
    }

    private void copyToStage() throws SQLException {
        var table = rebuild.before();
        var total = Counting.count(connection, "select count(*) from " + quoted(table.name()));
        var number = rowNumber(table);
        if (total <= PORTION || number.isEmpty()) {
            SqliteEngine.execute(connection, rebuild.copyToStage(""));
            return;
        }
        var done = 0L;
        var from = Long.MIN_VALUE;
        for (var to = end(number.get(), from); to.isPresent(); to = end(number.get(), from)) {
            done += copy(number.get(), from, to.get());
            told.copied(table.name(), done, total);
            from = to.get();
        }
        done += copy(number.get(), from, Long.MAX_VALUE);
        told.copied(table.name(), done, total);
    }

    private long copy(String number, long from, long to) throws SQLException {
        var portion = "\nwhere %s %s ? and %s <= ?".formatted(number, from == Long.MIN_VALUE ? ">=" : ">", number);
        try (var statement = connection.prepareStatement(rebuild.copyToStage(portion))) {
            statement.setLong(1, from);
            statement.setLong(2, to);
            return statement.executeUpdate();
        }
    }

    /// The row number that ends the next portion; empty: what is left is less than one.
    private Optional<Long> end(String number, long from) throws SQLException {
        var sql = "select %s from %s where %s > ? order by %s limit 1 offset %d"
                .formatted(number, quoted(rebuild.before().name()), number, number, PORTION - 1);
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
