package dev.gatehouse.mapper;

/// What becomes of the rows that refer to a row when that row is deleted.
public enum OnDelete {
    /// The delete is refused while rows refer to it.
    RESTRICT("restrict"),
    /// The delete is refused at the end of the statement if rows still refer to it.
    NO_ACTION("no action"),
    /// The rows that refer to it go too.
    CASCADE("cascade"),
    /// The rows that refer to it forget it; their columns must be nullable.
    SET_NULL("set null");

    private final String sql;

    OnDelete(String sql) {
        this.sql = sql;
    }

    /// The rule as SQL spells it after `on delete`, the same for both databases.
    public String sql() {
        return sql;
    }
}
