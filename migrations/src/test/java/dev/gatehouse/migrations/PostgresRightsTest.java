package dev.gatehouse.migrations;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.migrations.shape.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A role that may not do everything, and a search path that leads nowhere.
class PostgresRightsTest {

    private static final String NOWHERE = "the search_path names no schema that is there: create it or name another";

    private final String role = "narrow_" + UUID.randomUUID().toString().replace("-", "");
    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(new TestDatabase(Dialect.POSTGRES).fresh());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Migrations with(String first) {
        return Migrations.of(() -> prepared(first), List.of());
    }

    private Connection prepared(String first) throws SQLException {
        var connection = database.connect();
        try (var statement = connection.createStatement()) {
            statement.execute("reset role; reset search_path"); // a pool gives what others have used
            statement.execute(first);
        }
        return connection;
    }

    @Test
    void a_search_path_that_leads_nowhere_is_refused_before_anything_is_looked_at() {
        var migrations = with("set search_path = nowhere").progress(new Progress() {
            @Override
            public void waiting(String reason) {
                throw new AssertionError("there is nobody to wait for");
            }
        });

        assertThatThrownBy(migrations::current)
                .isInstanceOf(MigrationException.class)
                .hasMessage(NOWHERE);
        assertThatThrownBy(() -> migrations.upgrade("heads")).hasMessage(NOWHERE);
        assertThatThrownBy(() -> migrations.compare(List.of())).hasMessage(NOWHERE);
    }

    @Test
    void who_may_not_make_a_schema_hears_what_to_grant() throws SQLException {
        prepared("create role %s; grant usage on schema public to %s".formatted(role, role))
                .close();
        try {
            assertThatThrownBy(() -> with("set role " + role).compare(List.of()))
                    .isInstanceOf(MigrationException.class)
                    .hasMessageStartingWith("ERROR: permission denied for database ")
                    .hasMessageEndingWith("; grant create on the database to the role");
        } finally {
            prepared("drop owned by %s; drop role %s".formatted(role, role)).close();
        }
    }
}
