package dev.gatehouse.migrations;

/// Data that a step would take away for good.
///
/// @param table the table
/// @param column empty: the whole table goes
/// @param rows how many rows, or how many values of the column
public record Loss(String table, String column, long rows) {

    @Override
    public String toString() {
        var what = column.isEmpty() ? "row" : "value";
        var name = column.isEmpty() ? table : table + "." + column;
        return "%s (%d %s)".formatted(name, rows, rows == 1 ? what : what + "s");
    }
}
