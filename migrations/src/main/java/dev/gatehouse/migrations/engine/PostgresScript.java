package dev.gatehouse.migrations.engine;

import dev.gatehouse.migrations.operation.Operation;
import dev.gatehouse.migrations.shape.SchemaShape;
import java.util.List;

/// A script for `psql`. A step that fails is rolled back as a whole, and the steps after it find the database where
/// they do not expect it: so nothing goes wrong even where the shell does not stop at an error.
final class PostgresScript implements Script {

    @Override
    public List<String> howToRun() {
        return List.of("Run it with: psql -v ON_ERROR_STOP=1 -f SCRIPT");
    }

    @Override
    public List<Change> plan(List<Operation> operations, SchemaShape before) {
        return PostgresDdl.plan(operations, before);
    }

    @Override
    public List<String> opening() {
        return List.of();
    }

    @Override
    public List<String> begin(String name) {
        return List.of("begin;", block("perform pg_advisory_xact_lock(%s);".formatted(PostgresEngine.lockKey(name))));
    }

    @Override
    public List<String> commit() {
        return List.of("commit;");
    }

    @Override
    public List<String> closing() {
        return List.of();
    }

    @Override
    public String require(Change.Demand demand) {
        return block("""
                found := (%s);
                    if found > 0 then raise exception '%s'%s; end if;""".formatted(
                demand.countSql(), message(demand.refusal()), demand.refusal().contains("%d") ? ", found" : ""));
    }

    /// `raise` takes each `%` for the place of a value.
    private static String message(String refusal) {
        return refusal.replace("'", "''").replace("%d", "%");
    }

    private static String block(String work) {
        return """
                do $gatehouse$
                declare found bigint;
                begin
                    %s
                end $gatehouse$;""".formatted(work);
    }

    @Override
    public List<String> of(Change change) {
        return switch (change) {
            case Change.Run(var sql) -> List.of(Script.ended(sql));
            case Change.Demand demand -> List.of(require(demand));
            case Change.Move _ -> throw Script.noJava();
            case Change.Loss _ -> List.of();
            case Change.Rebuild rebuild -> throw new IllegalStateException("PostgreSQL rebuilds nothing: " + rebuild);
        };
    }
}
