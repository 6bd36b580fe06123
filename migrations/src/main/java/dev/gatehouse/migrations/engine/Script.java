package dev.gatehouse.migrations.engine;

import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.migrations.operation.Operation;
import dev.gatehouse.migrations.shape.MigrationException;
import dev.gatehouse.migrations.shape.SchemaShape;
import java.util.List;

/// How a database's own shell is told to do what a step does. No database is near: what can only be seen there, the
/// script looks at itself, and stops.
///
/// Each text is one or several whole statements, semicolons included.
public sealed interface Script permits SqliteScript, PostgresScript {

    static Script of(Dialect dialect) {
        return switch (dialect) {
            case SQLITE -> new SqliteScript();
            case POSTGRES -> new PostgresScript();
        };
    }

    /// How a person runs it, for the head of the script.
    List<String> howToRun();

    /// What is to be done for the operations, on a schema of this shape.
    List<Change> plan(List<Operation> operations, SchemaShape before);

    /// What stands before the first step.
    List<String> opening();

    /// The beginning of a step's transaction, which nobody else's migration runs beside.
    ///
    /// @param name names the lock: the version table
    List<String> begin(String name);

    /// The end of a step's transaction.
    List<String> commit();

    /// What stands after the last step.
    List<String> closing();

    /// Stops the script unless the answer is nought.
    String require(Change.Demand demand);

    /// One change. Refused where a script cannot do it.
    List<String> of(Change change);

    /// Rows that Java code moves are out of a shell's reach.
    static MigrationException noJava() {
        return new MigrationException(
                "rows are moved by Java code, which cannot be written as SQL: run this step without --sql, or name a range without it");
    }

    /// A statement with its end.
    static String ended(String sql) {
        var text = sql.strip();
        if (text.isEmpty() || text.endsWith(";")) return text;
        // A comment in the last line would swallow the semicolon.
        return text.contains("--") ? text + "\n;" : text + ";";
    }
}
