package dev.gatehouse.migrations.operation;

import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.migrations.shape.CheckShape;
import dev.gatehouse.migrations.shape.ColumnShape;
import dev.gatehouse.migrations.shape.ForeignKeyShape;
import dev.gatehouse.migrations.shape.IndexShape;
import dev.gatehouse.migrations.shape.PrimaryKeyShape;
import dev.gatehouse.migrations.shape.TableShape;
import dev.gatehouse.migrations.shape.UniqueShape;
import java.util.Optional;

/// One change of a schema, said without a dialect. [Replay] runs it on a model, [Inverse] turns it around, an
/// engine renders it as SQL.
public sealed interface Operation {

    /// A change of one table that leaves the table there, under its name. SQLite may have to rebuild the table
    /// for it.
    sealed interface OnTable extends Operation {
        String table();
    }

    record CreateTable(TableShape table) implements Operation {}

    record DropTable(String table) implements Operation {}

    record RenameTable(String table, String newName) implements Operation {}

    record AddColumn(String table, ColumnShape column) implements OnTable {}

    record DropColumn(String table, String column) implements OnTable {}

    record RenameColumn(String table, String column, String newName) implements OnTable {}

    /// @param column the whole new definition, under the old name
    record AlterColumn(String table, ColumnShape column) implements OnTable {}

    /// @param key the new primary key; empty: none
    record ChangePrimaryKey(String table, Optional<PrimaryKeyShape> key) implements OnTable {}

    record AddUnique(String table, UniqueShape unique) implements OnTable {}

    record DropUnique(String table, String name) implements OnTable {}

    record AddForeignKey(String table, ForeignKeyShape key) implements OnTable {}

    record DropForeignKey(String table, String name) implements OnTable {}

    record AddCheck(String table, CheckShape check) implements OnTable {}

    record DropCheck(String table, String name) implements OnTable {}

    record CreateIndex(String table, IndexShape index) implements OnTable {}

    record DropIndex(String table, String name) implements OnTable {}

    /// Text for one database only, which the model does not see.
    record Sql(Dialect dialect, String text) implements Operation {}

    /// Says that text or code which follows takes data away; does nothing by itself.
    ///
    /// @param column empty: rows of the whole table
    record LosesData(String table, String column) implements Operation {}

    /// Rows moved by Java code, which the model does not see.
    record MoveRows(RowMove move) implements Operation {}
}
