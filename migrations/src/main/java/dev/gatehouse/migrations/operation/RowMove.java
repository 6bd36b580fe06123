package dev.gatehouse.migrations.operation;

import java.sql.Connection;
import java.sql.SQLException;

/// Java code that moves rows inside a revision's transaction. It must not commit, roll back or close the
/// connection.
@FunctionalInterface
public interface RowMove {
    void run(Connection connection) throws SQLException;
}
