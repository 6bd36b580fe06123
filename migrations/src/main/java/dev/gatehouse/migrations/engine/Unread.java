package dev.gatehouse.migrations.engine;

import java.util.Set;

/// Something in a database that a shape cannot hold. It is named, and left alone.
///
/// @param kind what it is: `view`, `trigger`, `column`
/// @param name its name
/// @param table the table that it belongs to; empty if none
/// @param why what about it cannot be read
public record Unread(String kind, String name, String table, String why) {

    /// What stands beside a table, under a name of its own: a rebuild carries views and triggers over word for
    /// word, and PostgreSQL, which has the others, rebuilds nothing.
    private static final Set<String> BESIDE = Set.of(
            "view", "materialized view", "trigger", "rule", "policy", "comment", "statistics", "sequence", "type");

    boolean isPartOfTable() {
        return !BESIDE.contains(kind);
    }

    @Override
    public String toString() {
        var where = table.isEmpty() || table.equals(name) && !kind.equals("constraint") ? name : table + "." + name;
        return "%s %s: %s".formatted(kind, where, why);
    }
}
