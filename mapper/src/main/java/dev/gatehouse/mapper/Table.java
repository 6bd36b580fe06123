package dev.gatehouse.mapper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A table, declared once: a subclass names the columns as its fields and the keys, checks and indexes in its
/// constructor. Whatever contradicts itself is refused there, when the class is loaded, not when a query fails.
///
/// ```java
/// final class AccountTable extends Table {
///     final Column<UUID>   id    = notNull("id", UUID);
///     final Column<String> email = notNull("email", TEXT);
///
///     AccountTable() {
///         super("account");
///         primaryKey(id);
///         unique("uq_account_email", email);
///     }
/// }
/// ```
public abstract non-sealed class Table implements Splice {
    private final String name;
    private final List<Column<?>> columns = new ArrayList<>();
    private final List<UniqueKey> uniqueKeys = new ArrayList<>();
    private final List<ForeignKey> foreignKeys = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();
    private Optional<PrimaryKey> primaryKey = Optional.empty();

    /// @param name lower snake case
    protected Table(String name) {
        this.name = Identifier.checked("table", name);
    }

    /// A column that always holds a value.
    protected final <T> Column<T> notNull(String name, ColumnType<T> type) {
        return add(new Column<>(this, name, type, false, Optional.empty()));
    }

    /// A column that always holds a value, this one if an insert names none.
    protected final <T> Column<T> notNull(String name, ColumnType<T> type, Default<T> defaultsTo) {
        return add(new Column<>(this, name, type, false, Optional.of(defaultsTo)));
    }

    /// A column that may be empty.
    protected final <T> Column<T> nullable(String name, ColumnType<T> type) {
        return add(new Column<>(this, name, type, true, Optional.empty()));
    }

    /// A column that may be empty, and holds this if an insert does not mention it.
    protected final <T> Column<T> nullable(String name, ColumnType<T> type, Default<T> defaultsTo) {
        return add(new Column<>(this, name, type, true, Optional.of(defaultsTo)));
    }

    private <T> Column<T> add(Column<T> column) {
        if (columns.stream().anyMatch(other -> other.name().equals(column.name())))
            throw new IllegalArgumentException("table " + name + ": column " + column.name() + " is declared twice");
        columns.add(column);
        var allowed = column.type().allowed();
        if (!allowed.isEmpty())
            check(
                    Identifier.byConvention("ck", name, column.name()),
                    Identifier.quoted(column.name()) + " in ("
                            + allowed.stream().map(Literal::quoted).collect(Collectors.joining(", ")) + ")");
        column.type()
                .maxLength()
                .ifPresent(most -> check(
                        Identifier.byConvention("ck", name, column.name(), "length"),
                        "length(" + Identifier.quoted(column.name()) + ") <= " + most));
        return column;
    }

    /// The columns that tell rows apart, named `pk_` and the table's name.
    protected final void primaryKey(Column<?>... key) {
        if (primaryKey.isPresent())
            throw new IllegalArgumentException("table " + name + ": the primary key is declared twice");
        var own = own("primary key", key);
        own.stream().filter(Column::isNullable).findFirst().ifPresent(column -> {
            throw new IllegalArgumentException("primary key of " + name + ": " + column.name() + " is nullable");
        });
        var declared = new PrimaryKey(Identifier.byConvention("pk", name), own);
        refuseTaken(declared.name());
        primaryKey = Optional.of(declared);
    }

    /// A key besides the primary one, named by convention: `uq_account_email`.
    protected final void unique(Column<?>... key) {
        unique(byConvention("uq", key), key);
    }

    /// A key besides the primary one.
    protected final void unique(String name, Column<?>... key) {
        var declared = new UniqueKey(name, own("unique key " + name, key));
        refuseTaken(name);
        uniqueKeys.add(declared);
    }

    /// A reference of one column, named by convention: `fk_account_tenant_id`.
    protected final <T> void foreignKey(Column<T> column, Column<T> references, OnDelete onDelete) {
        known("of " + name, column);
        foreignKey(byConvention("fk", column), column, references, onDelete);
    }

    /// A reference of one column.
    protected final <T> void foreignKey(String name, Column<T> column, Column<T> references, OnDelete onDelete) {
        foreignKey(name, known(name, column), known(name, references), onDelete);
    }

    private static List<Column<?>> known(String name, Column<?> column) {
        if (column == null)
            throw new IllegalArgumentException("foreign key " + name
                    + ": a column is not there yet; tables that refer to each other in a circle cannot be declared so");
        return List.of(column);
    }

    /// A reference of several columns, each to the one at the same place.
    protected final void foreignKey(
            String name, List<? extends Column<?>> columns, List<? extends Column<?>> references, OnDelete onDelete) {
        var declared = new ForeignKey(
                name, own("foreign key " + name, columns.toArray(Column<?>[]::new)), List.copyOf(references), onDelete);
        refuseTaken(name);
        foreignKeys.add(declared);
    }

    /// A rule over one row.
    ///
    /// @param expression SQL text that both databases understand: `length(email) <= 254`
    protected final void check(String name, String expression) {
        var declared = new Check(name, expression);
        refuseTaken(name);
        checks.add(declared);
    }

    /// An index over these columns in this order.
    protected final IndexDeclaration index(String name, Ordered... columns) {
        return index(name, false, columns);
    }

    /// An index that also lets no two rows share the values of its columns.
    protected final IndexDeclaration uniqueIndex(String name, Ordered... columns) {
        return index(name, true, columns);
    }

    private IndexDeclaration index(String name, boolean unique, Ordered... columns) {
        own("index " + name, Arrays.stream(columns).map(Ordered::column).toArray(Column<?>[]::new));
        var parts = Arrays.stream(columns).<Ordered.By<?>>map(Ordered::by).toList();
        var declared = new Index(name, unique, parts, Optional.empty());
        refuseTaken(name);
        return new IndexDeclaration(indexes, declared);
    }

    private List<Column<?>> own(String what, Column<?>... named) {
        if (named.length == 0) throw new IllegalArgumentException(what + " of " + name + ": no column is named");
        for (var column : named)
            if (!columns.contains(column))
                throw new IllegalArgumentException(what + " of " + name + ": " + column + " is no column of it");
        if (new HashSet<>(List.of(named)).size() < named.length)
            throw new IllegalArgumentException(what + " of " + name + ": a column is named twice");
        return List.of(named);
    }

    private void refuseTaken(String constraint) {
        boolean taken = primaryKey.stream().anyMatch(key -> key.name().equals(constraint))
                || uniqueKeys.stream().anyMatch(key -> key.name().equals(constraint))
                || foreignKeys.stream().anyMatch(key -> key.name().equals(constraint))
                || checks.stream().anyMatch(check -> check.name().equals(constraint))
                || indexes.stream().anyMatch(index -> index.name().equals(constraint));
        if (taken) throw new IllegalArgumentException("table " + name + ": the name " + constraint + " is taken");
    }

    private String byConvention(String prefix, Column<?>... named) {
        return Identifier.byConvention(
                prefix, name, Arrays.stream(named).map(Column::name).collect(Collectors.joining("_")));
    }

    /// The table's name, without quotes.
    public final String name() {
        return name;
    }

    /// The columns in the order of their declaration.
    public final List<Column<?>> columns() {
        return List.copyOf(columns);
    }

    public final Optional<PrimaryKey> primaryKey() {
        return primaryKey;
    }

    public final List<UniqueKey> uniqueKeys() {
        return List.copyOf(uniqueKeys);
    }

    public final List<ForeignKey> foreignKeys() {
        return List.copyOf(foreignKeys);
    }

    /// The rules over one row; those of enum columns are among them.
    public final List<Check> checks() {
        return List.copyOf(checks);
    }

    public final List<Index> indexes() {
        return List.copyOf(indexes);
    }

    /// Whether exactly these columns, in any order, are the primary or a unique key.
    final boolean hasKey(List<Column<?>> named) {
        var wanted = new HashSet<>(named);
        return primaryKey.stream().anyMatch(key -> new HashSet<>(key.columns()).equals(wanted))
                || uniqueKeys.stream().anyMatch(key -> new HashSet<>(key.columns()).equals(wanted));
    }

    @Override
    public final String toString() {
        return name;
    }
}
