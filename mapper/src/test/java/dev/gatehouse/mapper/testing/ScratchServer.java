package dev.gatehouse.mapper.testing;

import dev.gatehouse.mapper.DatabaseSettings;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/// A database of its own on the tests' PostgreSQL server.
record ScratchServer(TestServer server, String name) implements Scratch {
    private static final AtomicInteger MADE = new AtomicInteger();
    private static final int POOL = 8;

    ScratchServer() {
        this(TestServer.running(), "gatehouse_test_" + ProcessHandle.current().pid() + "_" + MADE.incrementAndGet());
        execute("create database " + name + " template template0");
    }

    @Override
    public DatabaseSettings settings() {
        return DatabaseSettings.postgres(server.host(), server.port(), server.user(), server.password(), name)
                .poolSize(POOL);
    }

    @Override
    public void remove() {
        execute("drop database " + name + " with (force)");
    }

    private void execute(String sql) {
        try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql + ": " + e.getMessage(), e);
        }
    }
}
