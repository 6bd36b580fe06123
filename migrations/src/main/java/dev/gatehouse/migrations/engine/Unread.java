package dev.gatehouse.migrations.engine;

/// Something in a database that a shape cannot hold. It is named, and left alone.
///
/// @param kind what it is: `view`, `trigger`, `column`
/// @param name its name
/// @param table the table that it belongs to; empty if none
/// @param why what about it cannot be read
public record Unread(String kind, String name, String table, String why) {

    /// A view or trigger stands beside a table and is carried over a rebuild word for word; the rest is part of
    /// the table.
    boolean isPartOfTable() {
        return !kind.equals("view") && !kind.equals("trigger");
    }

    @Override
    public String toString() {
        var where = table.isEmpty() || kind.equals("table") ? name : table + "." + name;
        return "%s %s: %s".formatted(kind, where, why);
    }
}
