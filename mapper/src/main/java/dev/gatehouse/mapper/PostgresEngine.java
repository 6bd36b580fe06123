package dev.gatehouse.mapper;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/// PostgreSQL through a pool of connections.
final class PostgresEngine implements Engine {
    /// Somebody always gets through, so a transaction that lost so often has met with more than bad luck.
    private static final int ATTEMPTS = 12;

    private final PostgresServer server;
    private final HikariDataSource pool;
    private final PostgresStatements statements = new PostgresStatements();
    private final Shapes shapes = new Shapes(Dialect.POSTGRES);

    private PostgresEngine(PostgresServer server) {
        this.server = server;
        this.pool = server.pool();
    }

    static PostgresEngine open(DatabaseSettings.Postgres settings) {
        return new PostgresEngine(new PostgresServer(settings));
    }

    @Override
    public Dialect dialect() {
        return Dialect.POSTGRES;
    }

    @Override
    public <R> R write(Function<Execution, R> work) {
        return retried(work, "");
    }

    @Override
    public <R> R serializable(Function<Execution, R> work) {
        return retried(work, "set transaction isolation level serializable");
    }

    private <R> R retried(Function<Execution, R> work, String mode) {
        try {
            return untilNobodyIsInTheWay(work, mode);
        } catch (ConstraintViolation violation) {
            if (!violation.dependsOnOthers()) throw violation;
            return untilNobodyIsInTheWay(work, mode);
        }
    }

    private <R> R untilNobodyIsInTheWay(Function<Execution, R> work, String mode) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction(work, mode);
            } catch (Contention lost) {
                if (attempt == ATTEMPTS) throw lost;
                pause(attempt, lost);
            }
        }
    }

    /// Two that got in each other's way must not meet again at the same moment.
    private static void pause(int attempt, Contention lost) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(1L + (1L << Math.min(attempt, 7))));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw lost;
        }
    }

    @Override
    public <R> R read(Function<Execution, R> work) {
        return borrowed(connection -> work.apply(execution(connection)));
    }

    @Override
    public <R> R snapshot(Function<Execution, R> work) {
        return transaction(work, "set transaction isolation level repeatable read, read only");
    }

    private <R> R transaction(Function<Execution, R> work, String mode) {
        return borrowed(connection -> {
            connection.setAutoCommit(false);
            try {
                var execution = execution(connection);
                if (!mode.isEmpty()) execution.control(mode);
                var result = work.apply(execution);
                if (execution.failure() != null) throw execution.failure();
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException | Error failure) {
                rollback(connection, failure);
                throw failure;
            }
        });
    }

    private interface Use<R> {
        R of(Connection connection) throws SQLException;
    }

    /// The pool puts the connection back in order when it is given back. Since statements go past the pool it
    /// has to be told of one that is broken.
    private <R> R borrowed(Use<R> use) {
        try (var connection = pool.getConnection()) {
            try {
                return use.of(connection);
            } catch (DatabaseDown broken) {
                pool.evictConnection(connection);
                throw broken;
            }
        } catch (SQLException e) {
            throw PostgresErrors.translated(e);
        }
    }

    private Execution execution(Connection connection) throws SQLException {
        return new Execution(new PostgresSession(connection, statements.of(connection)), shapes);
    }

    private static void rollback(Connection connection, Throwable because) {
        try {
            connection.rollback();
        } catch (SQLException alsoFailed) {
            because.addSuppressed(alsoFailed);
        }
    }

    @Override
    public Connection connect() {
        try {
            return DriverManager.getConnection(server.url(), server.patientProperties());
        } catch (SQLException e) {
            throw PostgresErrors.translated(e);
        }
    }

    /// A connection of its own that hears what is announced on these channels from here on.
    PostgresListening listen(Collection<Channel> channels) {
        try {
            var listening =
                    new PostgresListening(DriverManager.getConnection(server.url(), server.listeningProperties()));
            try {
                listening.listen(channels);
                return listening;
            } catch (SQLException | RuntimeException fault) {
                listening.close();
                throw fault;
            }
        } catch (SQLException e) {
            throw PostgresErrors.translated(e);
        }
    }

    @Override
    public void copyTo(Path file) {
        throw new UnsupportedOperationException("a copy of a PostgreSQL database is made with pg_dump");
    }

    @Override
    public void close() {
        pool.close();
    }
}
