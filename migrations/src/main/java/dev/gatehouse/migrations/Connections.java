package dev.gatehouse.migrations;

import java.sql.Connection;
import java.sql.SQLException;

/// Opens a fresh connection to the database that is migrated; whoever opens it closes it. A `DataSource`'s
/// `getConnection` is one.
@FunctionalInterface
public interface Connections {
    Connection open() throws SQLException;
}
