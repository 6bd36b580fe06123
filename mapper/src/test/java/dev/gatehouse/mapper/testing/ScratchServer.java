package dev.gatehouse.mapper.testing;

import dev.gatehouse.mapper.DatabaseSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

/// A database of its own on the tests' PostgreSQL server. Making one takes the server a while, so it is emptied
/// and used again, and dropped when the tests end.
///
/// Its own order of text is that of a dictionary: a column that forgot to be compared bytewise shows.
record ScratchServer(TestServer server, String name) implements Scratch {
    private static final AtomicInteger MADE = new AtomicInteger();
    private static final ConcurrentLinkedDeque<ScratchServer> EMPTY = new ConcurrentLinkedDeque<>();
    private static final int POOL = 6;

    static ScratchServer taken() {
        var used = EMPTY.poll();
        return used == null ? made() : used;
    }

    private static ScratchServer made() {
        var name = "gatehouse_test_" + ProcessHandle.current().pid() + "_" + MADE.incrementAndGet();
        var made = new ScratchServer(TestServer.running(), name);
        made.onServer("create database " + name
                + " template template0 encoding 'UTF8' locale 'C' locale_provider icu icu_locale 'en-US'");
        if (made.server.isLasting())
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> made.onServer("drop database " + name + " with (force)")));
        return made;
    }

    @Override
    public DatabaseSettings settings() {
        return DatabaseSettings.postgres(server.host(), server.port(), server.user(), server.password(), name)
                .poolSize(POOL);
    }

    /// Whatever schemas a test made are gone, and those who still held a lock with them.
    @Override
    public void remove() {
        onServer("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
        execute(server.url(name), """
                do $$
                declare
                    made text;
                begin
                    for made in select nspname from pg_namespace
                            where nspname not like 'pg\\_%' and nspname <> 'information_schema' loop
                        execute format('drop schema %I cascade', made);
                    end loop;
                    create schema public;
                end $$
                """);
        EMPTY.push(this);
    }

    private void onServer(String sql) {
        execute(server.url(server.database()), sql);
    }

    private void execute(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url, server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql + ": " + e.getMessage(), e);
        }
    }
}
