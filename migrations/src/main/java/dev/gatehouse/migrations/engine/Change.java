package dev.gatehouse.migrations.engine;

import dev.gatehouse.migrations.operation.Operation.OnTable;
import dev.gatehouse.migrations.operation.RowMove;
import dev.gatehouse.migrations.shape.MigrationException;
import dev.gatehouse.migrations.shape.SchemaShape;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// What an engine does for an operation.
public sealed interface Change {

    /// One statement.
    record Run(String sql) implements Change {}

    /// A question whose answer must be nought, else nothing goes on.
    ///
    /// @param countSql counts the rows that stand in the way
    /// @param refusal what is said then; `%d` is their number
    record Demand(String countSql, String refusal) implements Change {
        void require(Connection connection) throws SQLException {
            var rows = Counting.count(connection, countSql);
            if (rows > 0) throw new MigrationException(refusal.formatted(rows));
        }
    }

    /// Data that the next change takes away, unless the answer is nought.
    ///
    /// @param column empty: the whole table
    /// @param countSql counts the rows, or the values of the column, that go
    record Loss(String table, String column, String countSql) implements Change {}

    /// SQLite only: the table made anew with these changes, rendered on the shape that the table has when it
    /// runs.
    ///
    /// @param before the schema as its history has it, for those who have no database to look at
    record Rebuild(String table, List<OnTable> changes, SchemaShape before) implements Change {
        public Rebuild {
            changes = List.copyOf(changes);
        }
    }

    /// Java code.
    record Move(RowMove move) implements Change {}
}
