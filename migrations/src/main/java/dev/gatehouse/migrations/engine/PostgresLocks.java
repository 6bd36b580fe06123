package dev.gatehouse.migrations.engine;

import static dev.gatehouse.migrations.engine.Touch.Rows.READ;
import static dev.gatehouse.migrations.engine.Touch.Rows.REWRITTEN;
import static dev.gatehouse.migrations.engine.Touch.Rows.UNTOUCHED;

import dev.gatehouse.migrations.engine.Touch.Rows;
import dev.gatehouse.migrations.shape.ForeignKeyShape;
import dev.gatehouse.migrations.shape.SchemaShape;
import dev.gatehouse.migrations.shape.SqlText;
import dev.gatehouse.migrations.shape.TableShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Which lock each of our statements takes on PostgreSQL, and what it does with the rows. It reads statements as we
/// write them, and those of other people as far as they look alike.
///
/// | Lock | Others meanwhile |
/// |---|---|
/// | `ACCESS EXCLUSIVE` | neither read nor write |
/// | `SHARE ROW EXCLUSIVE`, `SHARE` | read, do not write |
/// | `ROW EXCLUSIVE` | read and write other rows |
///
/// @param before the schema that the statement finds: a foreign key that goes locks the table it refers to
/// @param isVolatile whether a function of this name may answer differently for each row, so that a default of it has
///     to be written into each
///
/// @spec https://www.postgresql.org/docs/current/sql-altertable.html PostgreSQL, ALTER TABLE, Notes
/// @spec https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES PostgreSQL, Table-Level Locks
record PostgresLocks(SchemaShape before, Predicate<String> isVolatile) {

    static final String NOBODY = "ACCESS EXCLUSIVE";
    static final String READERS = "SHARE";
    static final String READERS_AND_ONE = "SHARE ROW EXCLUSIVE";
    static final String WRITERS = "ROW EXCLUSIVE";

    /// Empty for a statement that is none of ours and cannot be judged.
    Optional<List<Touch>> of(String sql) {
        try {
            return Optional.of(touches(SqlCursor.of(sql)));
        } catch (UnreadableSql unknown) {
            return Optional.empty();
        }
    }

    private List<Touch> touches(SqlCursor sql) {
        if (sql.take("alter", "table")) return altered(sql.name(), sql);
        if (sql.take("create", "table")) return created(sql);
        if (sql.take("drop", "table")) return dropped(sql.name());
        if (sql.take("create", "index") || sql.take("create", "unique", "index")) return indexed(sql);
        if (sql.take("drop", "index")) return unindexed(sql.name());
        if (sql.take("insert", "into") || sql.take("delete", "from") || sql.take("update")) {
            return onlyStatement(sql, new Touch(sql.name(), WRITERS, UNTOUCHED));
        }
        throw new UnreadableSql("it is none of ours");
    }

    private static List<Touch> onlyStatement(SqlCursor sql, Touch touch) {
        while (sql.hasMore()) {
            if (sql.next().is(";") && sql.hasMore()) throw new UnreadableSql("there are several");
        }
        return List.of(touch);
    }

    private List<Touch> altered(String table, SqlCursor sql) {
        if (sql.take("add", "column")) return List.of(new Touch(table, NOBODY, added(sql)));
        if (sql.take("add", "constraint")) return constrained(table, sql);
        if (sql.take("drop", "constraint")) return unconstrained(table, sql.name());
        if (sql.take("alter", "column")) return List.of(new Touch(table, NOBODY, changed(sql)));
        if (sql.take("drop", "column") || sql.take("rename")) return List.of(new Touch(table, NOBODY, UNTOUCHED));
        throw new UnreadableSql("it alters otherwise");
    }

    /// A default that is one value for all rows is kept in the catalog; one for each row has to be written.
    private Rows added(SqlCursor sql) {
        while (sql.hasMore() && !sql.isNext("default")) sql.next();
        return callsVolatile(sql) ? REWRITTEN : UNTOUCHED;
    }

    private boolean callsVolatile(SqlCursor sql) {
        while (sql.hasMore()) {
            var word = sql.next();
            if (word.kind() == SqlText.Kind.WORD && sql.isNext("(") && isVolatile.test(word.text())) return true;
        }
        return false;
    }

    private static Rows changed(SqlCursor sql) {
        sql.name();
        if (sql.take("type")) return REWRITTEN;
        return sql.take("set", "not", "null") ? READ : UNTOUCHED;
    }

    private static List<Touch> constrained(String table, SqlCursor sql) {
        sql.name();
        if (!sql.take("foreign", "key")) return List.of(new Touch(table, NOBODY, READ));
        return Stream.of(new Touch(table, READERS_AND_ONE, READ), referred(sql, READERS_AND_ONE))
                .distinct()
                .toList();
    }

    private static Touch referred(SqlCursor sql, String lock) {
        while (!sql.take("references")) sql.next();
        return new Touch(sql.name(), lock, READ);
    }

    private List<Touch> unconstrained(String table, String name) {
        var touches = new ArrayList<>(List.of(new Touch(table, NOBODY, UNTOUCHED)));
        before.find(table)
                .flatMap(shape -> shape.find(ForeignKeyShape.class, name))
                .filter(key -> !key.target().equals(table))
                .ifPresent(key -> touches.add(new Touch(key.target(), NOBODY, UNTOUCHED)));
        return touches;
    }

    /// A new table is nobody's yet; those that it refers to are locked for their triggers.
    private static List<Touch> created(SqlCursor sql) {
        var table = sql.name();
        var touches = new ArrayList<Touch>();
        for (var part : sql.inBrackets().byCommas()) {
            if (!part.take("constraint")) continue;
            part.name();
            if (!part.take("foreign", "key")) continue;
            var touch = new Touch(referred(part, "").table(), READERS_AND_ONE, UNTOUCHED);
            if (!touch.table().equals(table) && !touches.contains(touch)) touches.add(touch);
        }
        return touches;
    }

    private List<Touch> dropped(String table) {
        var targets = before.find(table).map(TableShape::foreignKeys).orElse(List.of()).stream()
                .map(ForeignKeyShape::target);
        return Stream.concat(Stream.of(table), targets)
                .distinct()
                .map(name -> new Touch(name, NOBODY, UNTOUCHED))
                .toList();
    }

    private static List<Touch> indexed(SqlCursor sql) {
        sql.name();
        if (!sql.take("on")) throw new UnreadableSql("it makes an index otherwise");
        return List.of(new Touch(sql.name(), READERS, READ));
    }

    private List<Touch> unindexed(String index) {
        return before.tables().stream()
                .filter(table ->
                        table.indexes().stream().anyMatch(known -> known.name().equals(index)))
                .map(table -> new Touch(table.name(), NOBODY, UNTOUCHED))
                .toList();
    }
}
