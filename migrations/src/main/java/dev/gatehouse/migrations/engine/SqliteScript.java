package dev.gatehouse.migrations.engine;

import dev.gatehouse.migrations.operation.Operation;
import dev.gatehouse.migrations.shape.SchemaShape;
import java.util.List;

/// A script for the `sqlite3` shell, of any age since 2021.
///
/// SQLite cannot raise an error where it likes. A check that fails can, and says its own name: so the refusal is the
/// name of a check.
final class SqliteScript implements Script {

    @Override
    public List<String> howToRun() {
        return List.of(
                "Run it with: sqlite3 -bail FILE < SCRIPT",
                "Without -bail the shell goes on after an error and leaves half a step behind.");
    }

    @Override
    public List<Change> plan(List<Operation> operations, SchemaShape before) {
        return SqliteDdl.planForAnyVersion(operations, before);
    }

    /// A table that is made anew would take the rows with it that refer to it.
    @Override
    public List<String> opening() {
        return List.of("pragma foreign_keys = off;");
    }

    @Override
    public List<String> begin(String name) {
        return List.of("begin immediate;");
    }

    @Override
    public List<String> commit() {
        var references = new Change.Demand(
                "select count(*) from pragma_foreign_key_check",
                "%d rows refer to rows that would not be there: nothing was changed");
        return List.of(require(references), "commit;");
    }

    @Override
    public List<String> closing() {
        return List.of("pragma foreign_keys = on;");
    }

    @Override
    public String require(Change.Demand demand) {
        return """
                create temp table gatehouse_demand (found integer, constraint "%s" check (found = 0));
                insert into gatehouse_demand %s;
                drop table gatehouse_demand;""".formatted(demand.refusal().replace("%d", "some").replace("\"", "\"\""), demand.countSql());
    }

    @Override
    public List<String> of(Change change) {
        return switch (change) {
            case Change.Run(var sql) -> List.of(Script.ended(sql));
            case Change.Demand demand -> List.of(require(demand));
            case Change.Rebuild rebuild -> SqliteRebuildScript.of(rebuild, this);
            case Change.Move _ -> throw Script.noJava();
            case Change.Loss _ -> List.of();
        };
    }
}
