package dev.gatehouse.migrations.engine;

/// Data that a revision takes away when it runs, known from what the revision says and without a database: how many
/// rows that are, only a database knows.
///
/// @param table the table
/// @param column the column whose values go, all or some of them; empty: the whole table
public record DeclaredLoss(String table, String column) {

    /// `table note`, `note.author`
    @Override
    public String toString() {
        return column.isEmpty() ? "table " + table : table + "." + column;
    }
}
