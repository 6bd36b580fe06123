package dev.gatehouse.migrations.engine;

import java.util.Locale;

/// What one statement does to a table while others use it.
///
/// @param table the table
/// @param lock the lock that others meet; empty on SQLite, where nobody else writes during a step anyway
/// @param rows what is done with the rows that are there
public record Touch(String table, String lock, Rows rows) {

    /// How much work there is.
    public enum Rows {
        /// None: only the catalog changes, whatever the table's size.
        UNTOUCHED,
        /// Each row is read.
        READ,
        /// Each row is written anew.
        REWRITTEN;

        /// `rewritten`
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
