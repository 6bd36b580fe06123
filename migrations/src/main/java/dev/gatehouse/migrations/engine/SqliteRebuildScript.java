package dev.gatehouse.migrations.engine;

import dev.gatehouse.migrations.shape.TableElement;
import dev.gatehouse.migrations.shape.TableShape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A rebuild written down where nobody can look at the table: it is made anew from what the history says of it. What
/// somebody added by hand would be lost, so the script looks for it first and stops.
final class SqliteRebuildScript {
    private SqliteRebuildScript() {}

    static List<String> of(Change.Rebuild rebuild, Script script) {
        var table = rebuild.before().get(rebuild.table());
        var texts = new ArrayList<String>();
        texts.add("-- %s is made anew. Views that name it are unknown here: look at them afterwards."
                .formatted(table.name()));
        for (var demand : List.of(noOtherColumns(table), noOtherIndexes(table), noTriggers(table)))
            texts.add(script.require(demand));
        SqliteRebuild.of(rebuild.before(), rebuild.table(), rebuild.changes())
                .statements(List.of())
                .forEach(sql -> texts.add(Script.ended(sql)));
        return texts;
    }

    private static Change.Demand noOtherColumns(TableShape table) {
        var sql = "select count(*) from pragma_table_xinfo(%s) where name not in (%s)"
                .formatted(literal(table.name()), literals(table.columns().stream()));
        return lost(table, "%d columns of " + table.name(), sql);
    }

    private static Change.Demand noOtherIndexes(TableShape table) {
        var sql =
                "select count(*) from sqlite_master where type = 'index' and tbl_name = %s and sql is not null and name not in (%s)"
                        .formatted(literal(table.name()), literals(table.indexes().stream()));
        return lost(table, "%d indexes of " + table.name(), sql);
    }

    private static Change.Demand noTriggers(TableShape table) {
        var sql = "select count(*) from sqlite_master where type = 'trigger' and tbl_name = " + literal(table.name());
        return lost(table, "%d triggers of " + table.name(), sql);
    }

    private static Change.Demand lost(TableShape table, String what, String countSql) {
        return new Change.Demand(
                countSql, what + " are unknown to this script and would be lost: run this step without --sql");
    }

    private static String literals(Stream<? extends TableElement> elements) {
        return elements.map(element -> literal(element.name())).collect(Collectors.joining(", "));
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
