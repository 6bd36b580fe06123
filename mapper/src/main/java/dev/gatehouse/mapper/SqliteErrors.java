package dev.gatehouse.mapper;

import dev.gatehouse.mapper.ConstraintViolation.Kind;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteException;

/// What SQLite's errors mean. It names columns where PostgreSQL names the constraint; the declaration knows which
/// constraint those columns are.
///
/// @spec https://www.sqlite.org/rescode.html SQLite, result codes
final class SqliteErrors {
    private SqliteErrors() {}

    static DatabaseFault translated(SQLException reported, Phrase phrase) {
        if (!(reported instanceof SQLiteException known)) return new DatabaseFault(reported.getMessage(), reported);
        return switch (known.getResultCode()) {
            case SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_ROWID ->
                unique(known, phrase);
            case SQLITE_CONSTRAINT_FOREIGNKEY -> foreignKey(known, phrase);
            case SQLITE_CONSTRAINT_NOTNULL -> notNull(known);
            case SQLITE_CONSTRAINT_CHECK -> check(known, phrase);
            default -> other(known);
        };
    }

    /// `… (UNIQUE constraint failed: account.tenant_id, account.email)`, or `index 'name'` for an index on
    /// expressions.
    private static DatabaseFault unique(SQLiteException reported, Phrase phrase) {
        var subject = subject(reported);
        if (subject.startsWith("index '"))
            return violation(
                    Kind.UNIQUE, Optional.of(subject.substring(7, subject.length() - 1)), "", List.of(), reported);
        var names = Arrays.stream(subject.split(", ")).map(String::strip).toList();
        var table = tableOf(names.getFirst());
        var columns = names.stream().map(SqliteErrors::columnOf).toList();
        var declared = Optional.ofNullable(phrase == null ? null : phrase.tableNamed(table));
        return violation(Kind.UNIQUE, declared.flatMap(it -> key(it, columns)), table, columns, reported);
    }

    private static Optional<String> key(Table table, List<String> columns) {
        var wanted = new HashSet<>(columns);
        for (var key : table.primaryKey().stream().toList())
            if (names(key.columns()).equals(wanted)) return Optional.of(key.name());
        for (var key : table.uniqueKeys()) if (names(key.columns()).equals(wanted)) return Optional.of(key.name());
        for (var index : table.indexes()) {
            if (index.isUnique()
                    && names(index.columns().stream()
                                    .<Column<?>>map(Ordered.By::column)
                                    .toList())
                            .equals(wanted)) return Optional.of(index.name());
        }
        return Optional.empty();
    }

    private static HashSet<String> names(List<? extends Column<?>> columns) {
        var names = new HashSet<String>();
        for (var column : columns) names.add(column.name());
        return names;
    }

    /// SQLite does not say which foreign key it was. A table with a single one leaves no doubt.
    private static DatabaseFault foreignKey(SQLiteException reported, Phrase phrase) {
        var subject = phrase == null ? null : phrase.subject();
        if (subject == null || subject.foreignKeys().size() != 1)
            return violation(Kind.FOREIGN_KEY, Optional.empty(), "", List.of(), reported);
        var only = subject.foreignKeys().getFirst();
        return violation(
                Kind.FOREIGN_KEY,
                Optional.of(only.name()),
                subject.name(),
                only.columns().stream().map(Column::name).toList(),
                reported);
    }

    private static DatabaseFault notNull(SQLiteException reported) {
        var subject = subject(reported);
        return violation(Kind.NOT_NULL, Optional.empty(), tableOf(subject), List.of(columnOf(subject)), reported);
    }

    private static DatabaseFault check(SQLiteException reported, Phrase phrase) {
        var name = subject(reported);
        var table = phrase == null || phrase.subject() == null
                ? ""
                : phrase.subject().name();
        return violation(Kind.CHECK, Optional.of(name), table, List.of(), reported);
    }

    private static DatabaseFault violation(
            Kind kind, Optional<String> constraint, String table, List<String> columns, SQLException reported) {
        var named = table.isEmpty() ? Optional.<String>empty() : Optional.of(table);
        return ConstraintViolation.of(kind, constraint, named, columns, reported);
    }

    private static DatabaseFault other(SQLiteException reported) {
        var message = reported.getMessage();
        return switch (reported.getResultCode().code & 0xff) {
            case 5, 6 -> new DatabaseBusy("another process holds the database's lock: " + message, reported);
            // read-only, input or output error, corrupt, full, cannot open, protocol, not a database
            case 8, 10, 11, 13, 14, 15, 26 ->
                new DatabaseDown("the database file cannot be used: " + message, reported);
            default -> new DatabaseFault(message, reported);
        };
    }

    /// What stands behind `constraint failed: ` in the message's last parenthesis.
    private static String subject(SQLException reported) {
        var message = reported.getMessage();
        var marker = "constraint failed: ";
        int at = message.lastIndexOf(marker);
        if (at < 0) return "";
        var rest = message.substring(at + marker.length());
        return rest.endsWith(")") ? rest.substring(0, rest.length() - 1) : rest;
    }

    private static String tableOf(String qualified) {
        int dot = qualified.indexOf('.');
        return dot < 0 ? "" : qualified.substring(0, dot);
    }

    private static String columnOf(String qualified) {
        return qualified.substring(qualified.indexOf('.') + 1);
    }
}
