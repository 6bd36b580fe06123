package dev.gatehouse.migrations.source;

import static dev.gatehouse.migrations.source.Code.call;
import static dev.gatehouse.migrations.source.Code.text;
import static dev.gatehouse.migrations.source.Code.texts;

import dev.gatehouse.mapper.OnDelete;
import dev.gatehouse.mapper.SqlType;
import dev.gatehouse.migrations.operation.Operation;
import dev.gatehouse.migrations.operation.Operation.AddCheck;
import dev.gatehouse.migrations.operation.Operation.AddColumn;
import dev.gatehouse.migrations.operation.Operation.AddForeignKey;
import dev.gatehouse.migrations.operation.Operation.AddUnique;
import dev.gatehouse.migrations.operation.Operation.AlterColumn;
import dev.gatehouse.migrations.operation.Operation.ChangePrimaryKey;
import dev.gatehouse.migrations.operation.Operation.CreateIndex;
import dev.gatehouse.migrations.operation.Operation.CreateTable;
import dev.gatehouse.migrations.operation.Operation.DropCheck;
import dev.gatehouse.migrations.operation.Operation.DropColumn;
import dev.gatehouse.migrations.operation.Operation.DropForeignKey;
import dev.gatehouse.migrations.operation.Operation.DropIndex;
import dev.gatehouse.migrations.operation.Operation.DropTable;
import dev.gatehouse.migrations.operation.Operation.DropUnique;
import dev.gatehouse.migrations.operation.Operation.LosesData;
import dev.gatehouse.migrations.operation.Operation.MoveRows;
import dev.gatehouse.migrations.operation.Operation.RenameColumn;
import dev.gatehouse.migrations.operation.Operation.RenameTable;
import dev.gatehouse.migrations.operation.Operation.Sql;
import dev.gatehouse.migrations.shape.CheckShape;
import dev.gatehouse.migrations.shape.ColumnShape;
import dev.gatehouse.migrations.shape.DefaultShape;
import dev.gatehouse.migrations.shape.ForeignKeyShape;
import dev.gatehouse.migrations.shape.IndexShape;
import dev.gatehouse.migrations.shape.PrimaryKeyShape;
import dev.gatehouse.migrations.shape.TableElement;
import dev.gatehouse.migrations.shape.TableShape;
import dev.gatehouse.migrations.shape.UniqueShape;
import java.util.ArrayList;
import java.util.List;

/// Operations in the words of `Define` and `Operations`, as a person would write them.
final class OperationCode {
    private OperationCode() {}

    static Code of(Operation operation) {
        return switch (operation) {
            case CreateTable(var table) -> createTable(table);
            case DropTable(var table) -> op("dropTable", text(table));
            case RenameTable(var table, var newName) -> op("renameTable", text(table), text(newName));
            case AddColumn(var table, var column) -> op("addColumn", text(table), element(table, column));
            case DropColumn(var table, var column) -> op("dropColumn", text(table), text(column));
            case RenameColumn(var table, var column, var newName) ->
                op("renameColumn", text(table), text(column), text(newName));
            case AlterColumn(var table, var column) -> op("alterColumn", text(table), element(table, column));
            case ChangePrimaryKey(var table, var key) ->
                key.map(wanted -> op("changePrimaryKey", text(table), element(table, wanted)))
                        .orElseGet(() -> op("dropPrimaryKey", text(table)));
            case AddUnique(var table, var unique) -> op("addUnique", text(table), element(table, unique));
            case DropUnique(var table, var name) -> op("dropUnique", text(table), text(name));
            case AddForeignKey(var table, var key) -> op("addForeignKey", text(table), element(table, key));
            case DropForeignKey(var table, var name) -> op("dropForeignKey", text(table), text(name));
            case AddCheck(var table, var check) -> op("addCheck", text(table), element(table, check));
            case DropCheck(var table, var name) -> op("dropCheck", text(table), text(name));
            case CreateIndex(var table, var index) -> op("createIndex", text(table), element(table, index));
            case DropIndex(var table, var name) -> op("dropIndex", text(table), text(name));
            case LosesData(var table, var column) ->
                column.isEmpty() ? op("losesData", text(table)) : op("losesData", text(table), text(column));
            case Sql _, MoveRows _ -> throw new IllegalArgumentException("only a person writes SQL and row moves");
        };
    }

    private static Code op(String name, Code... arguments) {
        return call("op." + name, arguments);
    }

    private static Code createTable(TableShape table) {
        var arguments = new ArrayList<Code>();
        arguments.add(text(table.name()));
        table.elements().forEach(element -> arguments.add(element(table.name(), element)));
        return call("op.createTable", arguments);
    }

    private static Code element(String table, TableElement element) {
        return switch (element) {
            case ColumnShape column -> column(column);
            case PrimaryKeyShape key -> {
                var code = call("primaryKey", texts(key.columns()));
                yield key.isNamedByConvention(table) || key.name().isEmpty()
                        ? code
                        : code.then("named", text(key.name()));
            }
            case UniqueShape unique -> named("unique", unique.name(), texts(unique.columns()));
            case CheckShape check -> call("check", text(check.name()), text(check.expression()));
            case ForeignKeyShape key -> foreignKey(key);
            case IndexShape index -> index(index);
        };
    }

    private static Code column(ColumnShape column) {
        var code = call("column", text(column.name()), call(word(column.type())));
        if (!column.nullable()) code = code.then("notNull");
        if (column.defaultsTo().isEmpty()) return code;
        return code.then("defaultTo", defaultsTo(column.defaultsTo().get()));
    }

    private static Code[] defaultsTo(DefaultShape known) {
        return known.sqlite().equals(known.postgres())
                ? new Code[] {text(known.sqlite())}
                : new Code[] {text(known.sqlite()), text(known.postgres())};
    }

    private static String word(SqlType type) {
        return switch (type) {
            case TEXT -> "text";
            case INTEGER -> "integer";
            case BIGINT -> "bigint";
            case BOOLEAN -> "bool";
            case UUID -> "uuid";
            case INSTANT -> "instant";
            case JSON -> "json";
            case BYTES -> "bytes";
            case DOUBLE -> "real";
        };
    }

    private static Code foreignKey(ForeignKeyShape key) {
        var references = new ArrayList<Code>();
        references.add(text(key.target()));
        references.addAll(texts(key.references()));
        var code = named("foreignKey", key.name(), texts(key.columns()))
                .then("references", references.toArray(Code[]::new));
        return key.onDelete() == OnDelete.NO_ACTION
                ? code
                : code.then("onDelete", new Code.Word(key.onDelete().name()));
    }

    private static Code index(IndexShape index) {
        var plain = index.parts().stream().noneMatch(IndexShape.Part::descending);
        var parts = plain
                ? texts(index.columns())
                : index.parts().stream()
                        .<Code>map(part -> call(part.descending() ? "desc" : "asc", text(part.column())))
                        .toList();
        var code = named(index.unique() ? "uniqueIndex" : "index", index.name(), parts);
        return index.where().<Code>map(where -> code.then("where", text(where))).orElse(code);
    }

    private static Code.Chain named(String word, String name, List<Code> rest) {
        var arguments = new ArrayList<Code>();
        arguments.add(text(name));
        arguments.addAll(rest);
        return call(word, arguments);
    }
}
