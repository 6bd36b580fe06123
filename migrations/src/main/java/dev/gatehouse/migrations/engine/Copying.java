package dev.gatehouse.migrations.engine;

/// Told how far a table's rows have been copied.
@FunctionalInterface
public interface Copying {

    /// For those who do not want to know.
    Copying SILENT = (_, _, _) -> {};

    /// @param done so many rows are copied
    /// @param total of so many
    void copied(String table, long done, long total);
}
