package dev.gatehouse.migrations.engine;

import static dev.gatehouse.mapper.Identifier.quoted;

import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.migrations.operation.Operation.AlterColumn;
import dev.gatehouse.migrations.shape.CheckShape;
import dev.gatehouse.migrations.shape.ColumnShape;
import dev.gatehouse.migrations.shape.IndexShape;
import dev.gatehouse.migrations.shape.SqlText;
import dev.gatehouse.migrations.shape.TableShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A column's new definition on PostgreSQL.
///
/// When the type changes, PostgreSQL keeps checks and conditions that name the column in the spelling of the old
/// type. So they are taken away before and made anew afterwards, and the default too, which may not convert by
/// itself.
final class PostgresAlterColumn {

    private static final Ddl DDL = new Ddl(Dialect.POSTGRES);

    private final TableShape table;
    private final ColumnShape before;
    private final ColumnShape after;
    private final String alter;
    private final List<Change> changes = new ArrayList<>();

    private PostgresAlterColumn(TableShape table, ColumnShape after) {
        this.table = table;
        this.before = table.column(after.name()).orElseThrow();
        this.after = after;
        this.alter = "alter table %s ".formatted(quoted(table.name()));
    }

    static List<Change> changes(AlterColumn alter, TableShape table) {
        var column = new PostgresAlterColumn(table, alter.column());
        if (column.before.type() != column.after.type()) column.changeType();
        else column.changeDefault(column.before.defaultsTo().isPresent());
        column.changeNullability();
        return column.changes;
    }

    private void changeType() {
        var checks = table.checks().stream().filter(this::mentions).toList();
        var indexes = table.indexes().stream().filter(this::mentions).toList();
        var change = TypeChange.of(table.name() + "." + after.name(), before.type(), after.type());

        Demands.fits(Dialect.POSTGRES, table.name(), before, after).ifPresent(changes::add);
        checks.forEach(check -> run(alter + "drop constraint " + quoted(check.name())));
        indexes.forEach(index -> run("drop index " + quoted(index.name())));
        if (before.defaultsTo().isPresent()) column("drop default");
        column("type %s using %s"
                .formatted(after.type().ddl(Dialect.POSTGRES), change.value(Dialect.POSTGRES, quoted(after.name()))));
        changeDefault(false);
        checks.forEach(check -> run(alter + "add " + DDL.constraint(check)));
        indexes.forEach(index -> run(DDL.createIndex(table.name(), index)));
    }

    private boolean mentions(CheckShape check) {
        return SqlText.of(check.expression()).mentions(after.name());
    }

    private boolean mentions(IndexShape index) {
        return index.where().map(sql -> SqlText.of(sql).mentions(after.name())).orElse(false);
    }

    private void changeDefault(boolean isThere) {
        Optional<String> wanted = after.defaultsTo().map(known -> Ddl.defaultText(known.postgres()));
        if (wanted.isPresent()) column("set default " + wanted.get());
        else if (isThere) column("drop default");
    }

    private void changeNullability() {
        if (before.nullable() == after.nullable()) return;
        Demands.isFilled(table.name(), before, after).ifPresent(changes::add);
        column(after.nullable() ? "drop not null" : "set not null");
    }

    private void column(String action) {
        run(alter + "alter column %s %s".formatted(quoted(after.name()), action));
    }

    private void run(String sql) {
        changes.add(new Change.Run(sql));
    }
}
