package dev.gatehouse.migrations.engine;

import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.OnDelete;
import dev.gatehouse.mapper.SqlType;
import dev.gatehouse.migrations.shape.CheckShape;
import dev.gatehouse.migrations.shape.ColumnShape;
import dev.gatehouse.migrations.shape.ForeignKeyShape;
import dev.gatehouse.migrations.shape.MigrationException;
import dev.gatehouse.migrations.shape.PrimaryKeyShape;
import dev.gatehouse.migrations.shape.SqlText;
import dev.gatehouse.migrations.shape.TableElement;
import dev.gatehouse.migrations.shape.UniqueShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads the `create table` text that SQLite keeps. Its pragmas tell neither checks nor names of constraints.
final class SqliteTableText {

    private static final Set<String> AFTER_TYPE = Set.of(
            "constraint",
            "primary",
            "not",
            "null",
            "unique",
            "check",
            "default",
            "collate",
            "references",
            "generated",
            "as");

    private final String table;
    private final List<Unread> unread;
    private final List<TableElement> elements = new ArrayList<>();

    private SqliteTableText(String table, List<Unread> unread) {
        this.table = table;
        this.unread = unread;
    }

    /// @param unread takes what cannot be read, by name
    static List<TableElement> read(String table, String sql, List<Unread> unread) {
        var text = new SqliteTableText(table, unread);
        text.table(SqlCursor.of(sql));
        return text.elements;
    }

    private void table(SqlCursor sql) {
        while (!sql.isNext("(")) sql.next();
        var parts = sql.inBrackets().byCommas();
        if (sql.hasMore()) throw new UnreadableSql("it is " + sql.rest());
        parts.forEach(this::part);
    }

    private void part(SqlCursor part) {
        if (part.take("constraint")) {
            constraint(part.name(), part);
        } else if (part.isNext("primary") || part.isNext("unique") || part.isNext("check") || part.isNext("foreign")) {
            constraint("", part);
        } else {
            column(part);
        }
    }

    private void constraint(String name, SqlCursor part) {
        try {
            if (part.take("primary", "key")) {
                elements.add(new PrimaryKeyShape(name, part.namesInBrackets()));
            } else if (part.take("unique")) {
                elements.add(new UniqueShape(named(name, "unique"), part.namesInBrackets()));
            } else if (part.take("check")) {
                elements.add(
                        new CheckShape(named(name, "check"), part.inBrackets().rest()));
            } else if (part.take("foreign", "key")) {
                var columns = part.namesInBrackets();
                part.take("references");
                elements.add(references(named(name, "foreign key"), columns, part));
            }
            if (part.hasMore()) throw new UnreadableSql(part.rest());
        } catch (UnreadableSql | MigrationException failure) {
            unread("constraint", name.isEmpty() ? "without a name" : name, failure.getMessage());
        }
    }

    private static String named(String name, String what) {
        if (name.isEmpty()) throw new UnreadableSql("a " + what + " needs a name to be altered later");
        return name;
    }

    private ForeignKeyShape references(String name, List<String> columns, SqlCursor sql) {
        var target = sql.name();
        if (!sql.isNext("(")) throw new UnreadableSql("it does not say which columns of " + target + " it refers to");
        var references = sql.namesInBrackets();
        var onDelete = OnDelete.NO_ACTION;
        while (sql.take("on")) {
            if (sql.take("delete")) onDelete = rule(sql);
            else if (sql.take("update") && rule(sql) != OnDelete.NO_ACTION) throw new UnreadableSql("on update");
        }
        return new ForeignKeyShape(name, columns, target, references, onDelete);
    }

    private static OnDelete rule(SqlCursor sql) {
        for (var rule : OnDelete.values()) {
            if (sql.take(rule.sql().split(" "))) return rule;
        }
        throw new UnreadableSql(sql.rest());
    }

    private void column(SqlCursor part) {
        var name = part.name();
        var words = new ArrayList<SqlText.Token>();
        while (part.hasMore() && (part.isNextQuoted() || AFTER_TYPE.stream().noneMatch(part::isNext))) {
            words.add(part.next());
        }
        var declared = new SqlText(words).sql();
        try {
            var type = SqlType.named(Dialect.SQLITE, declared)
                    .orElseThrow(() -> new UnreadableSql("type " + (declared.isEmpty() ? "is not said" : declared)));
            rest(new ColumnShape(name, type), part);
        } catch (UnreadableSql | MigrationException failure) {
            unread("column", name, failure.getMessage());
        }
    }

    /// What follows the type: in the column's own text a constraint may stand that we write under the table.
    private void rest(ColumnShape bare, SqlCursor part) {
        var column = bare;
        var constraints = new ArrayList<TableElement>();
        while (part.hasMore()) {
            var name = part.take("constraint") ? part.name() : "";
            if (part.take("not", "null")) {
                column = column.notNull();
            } else if (part.take("default")) {
                column = column.defaultTo(defaultsTo(part));
            } else if (part.take("primary", "key")) {
                constraints.add(new PrimaryKeyShape(name, List.of(bare.name())));
            } else if (part.take("unique")) {
                constraints.add(new UniqueShape(named(name, "unique"), List.of(bare.name())));
            } else if (part.take("check")) {
                constraints.add(
                        new CheckShape(named(name, "check"), part.inBrackets().rest()));
            } else if (part.take("references")) {
                constraints.add(references(named(name, "foreign key"), List.of(bare.name()), part));
            } else if (!part.take("null") && !part.take("collate", "binary")) {
                throw new UnreadableSql(part.rest());
            }
        }
        elements.add(column);
        elements.addAll(constraints);
    }

    private static String defaultsTo(SqlCursor part) {
        if (part.isNext("(")) return part.inBrackets().rest();
        var sign = part.isNext("-") || part.isNext("+") ? part.next().text() : "";
        return sign + new SqlText(List.of(part.next())).sql();
    }

    private void unread(String kind, String name, String why) {
        unread.add(new Unread(kind, name, table, why));
    }
}
