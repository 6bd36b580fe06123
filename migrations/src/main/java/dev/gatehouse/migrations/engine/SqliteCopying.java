package dev.gatehouse.migrations.engine;

import static dev.gatehouse.mapper.Identifier.quoted;

import dev.gatehouse.migrations.shape.ColumnShape;
import dev.gatehouse.migrations.shape.TableShape;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/// Copies the rows of a table that is made anew, in portions along SQLite's own row numbers, so that somebody can be
/// told how far it is.
///
/// Where the rows stay what they are, SQLite can do better, and is quick enough for nobody to ask.
///
/// Otherwise the new table's keys are filled in the order of the rows, which for random keys jumps about their index:
/// with a
/// cache that holds the index this is memory's work, without one it is the disk's.
///
/// @spec https://www.sqlite.org/lang_createtable.html#rowid SQLite, ROWIDs
record SqliteCopying(Connection connection, SqliteRebuild rebuild, Copying told) {

    private static final long PORTION = 50_000;
    private static final int CACHE_KIB = 128 * 1024;

    void run() throws SQLException {
        if (rebuild.keepsRows()) SqliteEngine.execute(connection, rebuild.copyWhole());
        else copyWithLargeCache();
    }

    private void copyWithLargeCache() throws SQLException {
        var before = Counting.count(connection, "pragma cache_size");
        SqliteEngine.execute(connection, "pragma cache_size = -" + CACHE_KIB);
        try {
            copy();
        } finally {
            SqliteEngine.execute(connection, "pragma cache_size = " + before);
        }
    }

    private void copy() throws SQLException {
        var table = rebuild.before();
        var total = Counting.count(connection, "select count(*) from " + quoted(table.name()));
        var number = rowNumber(table);
        if (total <= PORTION || number.isEmpty()) {
            SqliteEngine.execute(connection, rebuild.copy(""));
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
        try (var statement = connection.prepareStatement(rebuild.copy(portion))) {
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
