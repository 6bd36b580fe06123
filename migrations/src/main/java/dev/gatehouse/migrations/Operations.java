package dev.gatehouse.migrations;

import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.migrations.operation.Operation;
import dev.gatehouse.migrations.operation.RowMove;
import dev.gatehouse.migrations.shape.CheckShape;
import dev.gatehouse.migrations.shape.ColumnShape;
import dev.gatehouse.migrations.shape.ForeignKeyShape;
import dev.gatehouse.migrations.shape.IndexShape;
import dev.gatehouse.migrations.shape.PrimaryKeyShape;
import dev.gatehouse.migrations.shape.TableElement;
import dev.gatehouse.migrations.shape.TableShape;
import dev.gatehouse.migrations.shape.UniqueShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a revision says is to be done, in order. Saying it touches no database: the steps are written down here
/// and run afterwards, on the database of the day, in one transaction.
public final class Operations {

    private final List<Operation> said = new ArrayList<>();

    /// Creates a table with its columns, keys, checks and indexes; see [Define] for the words.
    public void createTable(String name, TableElement... elements) {
        said.add(new Operation.CreateTable(TableShape.of(name, List.of(elements))));
    }

    /// Drops a table with its rows. Refused while another table refers to it.
    public void dropTable(String name) {
        said.add(new Operation.DropTable(name));
    }

    public void renameTable(String name, String newName) {
        said.add(new Operation.RenameTable(name, newName));
    }

    /// A column that is not null and has no default needs an empty table: else add it nullable, fill it, then
    /// alter it.
    public void addColumn(String table, ColumnShape column) {
        said.add(new Operation.AddColumn(table, column));
    }

    /// Drops a column with its values. Refused while a key, a check or an index names it: drop those first.
    public void dropColumn(String table, String column) {
        said.add(new Operation.DropColumn(table, column));
    }

    /// Renames a column, also where keys, checks and indexes name it.
    public void renameColumn(String table, String column, String newName) {
        said.add(new Operation.RenameColumn(table, column, newName));
    }

    /// Gives a column a new definition: the whole of it, so what is not said is gone (`notNull`, a default).
    public void alterColumn(String table, ColumnShape column) {
        said.add(new Operation.AlterColumn(table, column));
    }

    /// Puts this primary key in the place of the one that is there, or where there is none.
    public void changePrimaryKey(String table, PrimaryKeyShape key) {
        said.add(new Operation.ChangePrimaryKey(table, Optional.of(key)));
    }

    public void dropPrimaryKey(String table) {
        said.add(new Operation.ChangePrimaryKey(table, Optional.empty()));
    }

    public void addUnique(String table, UniqueShape unique) {
        said.add(new Operation.AddUnique(table, unique));
    }

    public void dropUnique(String table, String name) {
        said.add(new Operation.DropUnique(table, name));
    }

    public void addForeignKey(String table, ForeignKeyShape key) {
        said.add(new Operation.AddForeignKey(table, key));
    }

    public void dropForeignKey(String table, String name) {
        said.add(new Operation.DropForeignKey(table, name));
    }

    public void addCheck(String table, CheckShape check) {
        said.add(new Operation.AddCheck(table, check));
    }

    public void dropCheck(String table, String name) {
        said.add(new Operation.DropCheck(table, name));
    }

    public void createIndex(String table, IndexShape index) {
        said.add(new Operation.CreateIndex(table, index));
    }

    public void dropIndex(String table, String name) {
        said.add(new Operation.DropIndex(table, name));
    }

    /// SQL text for one database; on the other it does nothing. Later operations do not know what it changed.
    public void sql(Dialect dialect, String text) {
        said.add(new Operation.Sql(dialect, text));
    }

    /// SQL text that both databases understand, such as an update that fills a new column.
    public void sql(String text) {
        sql(Dialect.SQLITE, text);
        sql(Dialect.POSTGRES, text);
    }

    /// Moves rows by Java code, in the transaction of this revision.
    public void moveRows(RowMove move) {
        said.add(new Operation.MoveRows(move));
    }

    /// Says that SQL text or Java code after this word takes values of a column away. It then asks for
    /// `--destroy-data` as a dropped column does, if there are values.
    public void losesData(String table, String column) {
        said.add(new Operation.LosesData(table, column));
    }

    /// The same for rows of a table.
    public void losesData(String table) {
        losesData(table, "");
    }

    /// What was said, in order.
    List<Operation> said() {
        return List.copyOf(said);
    }
}
