package dev.gatehouse.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// One migrates at a time; nobody waits longer than for that.
@EachDatabase
class LockTest {
    private final Database database;
    private final List<String> waits = new ArrayList<>();

    LockTest(TestDatabase on) {
        database = on.open();
    }

    private Engine.Lock lock(Connection connection, String name) throws SQLException {
        return Engine.of(connection).lock(connection, name, Duration.ofSeconds(1), waits::add);
    }

    /// A pool keeps it open.
    @Test
    void a_lock_that_is_given_back_is_free_though_its_connection_stays_open() throws SQLException {
        try (var one = database.connect();
                var other = database.connect()) {
            lock(one, "schema_revision").close();
            lock(other, "schema_revision").close();
        }
        assertThat(waits).isEmpty();
    }

    @Test
    void each_schema_and_each_version_table_has_a_lock_of_its_own() throws SQLException {
        assumeTrue(database.dialect() == Dialect.POSTGRES, "a file has one writer");
        try (var one = database.connect();
                var other = database.connect();
                var third = database.connect()) {
            execute(one, "create schema shop");
            execute(other, "set search_path to shop");
            try (var _ = lock(one, "schema_revision");
                    var _ = lock(other, "schema_revision");
                    var _ = lock(third, "another")) {
                assertThat(waits).isEmpty();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
