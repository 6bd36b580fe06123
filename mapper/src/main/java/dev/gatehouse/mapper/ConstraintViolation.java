package dev.gatehouse.mapper;

import java.util.List;
import java.util.Optional;

/// A statement would have broken a rule that the table declares; it did nothing. It is said the same way for
/// both databases, so that a store can turn `uq_account_email` into a value of its domain.
///
/// If a row breaks several rules at once, the databases may name different ones of them.
///
/// The transaction is over with it, as PostgreSQL has it: to go on in the same transaction run the statement
/// in [Tx#attempt].
public sealed class ConstraintViolation extends DatabaseFault permits BrokenReference {
    /// Which sort of rule.
    public enum Kind {
        /// A primary key, a unique key or a unique index.
        UNIQUE,
        FOREIGN_KEY,
        NOT_NULL,
        CHECK
    }

    private final Kind kind;
    private final Optional<String> constraint;
    private final Optional<String> table;
    private final List<String> columns;

    ConstraintViolation(
            Kind kind, Optional<String> constraint, Optional<String> table, List<String> columns, Throwable cause) {
        super(said(kind, constraint, table, columns), cause);
        this.kind = kind;
        this.constraint = constraint;
        this.table = table;
        this.columns = List.copyOf(columns);
    }

    static ConstraintViolation of(
            Kind kind, Optional<String> constraint, Optional<String> table, List<String> columns, Throwable cause) {
        return kind == Kind.FOREIGN_KEY
                ? new BrokenReference(constraint, table, columns, cause)
                : new ConstraintViolation(kind, constraint, table, columns, cause);
    }

    /// Names only: the values are somebody's data.
    private static String said(Kind kind, Optional<String> constraint, Optional<String> table, List<String> columns) {
        return kind + " violated"
                + constraint.map(name -> ": " + name).orElse("")
                + table.map(name -> " on " + name).orElse("")
                + (columns.isEmpty() ? "" : " " + columns);
    }

    public Kind kind() {
        return kind;
    }

    /// Whether another row, or the lack of one, is what stands in the way. A transaction may have looked for
    /// it before another one made or removed it.
    boolean dependsOnOthers() {
        return kind == Kind.UNIQUE || kind == Kind.FOREIGN_KEY;
    }

    /// The constraint's name. Empty for `NOT_NULL`, and for a foreign key on SQLite, which does not say which
    /// one, unless the table has only one.
    public Optional<String> constraint() {
        return constraint;
    }

    /// The table whose rule it is, if the database says so.
    public Optional<String> table() {
        return table;
    }

    /// The columns, where the database names them or the declaration does.
    public List<String> columns() {
        return columns;
    }

    /// Whether it is this constraint that was violated.
    public boolean isOf(String constraint) {
        return this.constraint.filter(constraint::equals).isPresent();
    }
}
