package dev.gatehouse.mapper;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Runs phrases in one transaction: finds their SQL, binds, reads, and translates what goes wrong.
///
/// The first failed statement ends the transaction on both databases. PostgreSQL wants it so; SQLite would go on,
/// and code would then work on the one and fail on the other.
final class Execution {
    private static final String SAVEPOINT = "attempt";

    /// Rows that lie in memory at once while streaming.
    private static final int PORTION = 500;

    private final Session session;
    private final Shapes shapes;
    private Thread owner = Thread.currentThread();
    private Phrase running;
    private DatabaseFault failure;

    Execution(Session session, Shapes shapes) {
        this.session = session;
        this.shapes = shapes;
    }

    Dialect dialect() {
        return session.dialect();
    }

    /// The transaction is over; whoever still holds its Tx can do nothing with it.
    void end() {
        owner = null;
    }

    /// What ended the transaction, or null.
    DatabaseFault failure() {
        return failure;
    }

    /// Runs a statement that returns no rows.
    ///
    /// @return how many rows it changed
    int run(Phrase phrase) {
        return executed(phrase, (statement, sql) -> {
            bind(statement, sql, phrase, 0);
            return statement.executeUpdate();
        });
    }

    /// Runs a phrase once for each of several sets of values that stand one after another in it.
    void runBatch(Phrase phrase) {
        executed(phrase, (statement, sql) -> {
            for (int from = 0; from < phrase.valueCount(); from += sql.parameters().length) {
                bind(statement, sql, phrase, from);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    <R> List<R> list(Phrase phrase, Projection<R> projection) {
        return queried(phrase, results -> {
            var row = new Row(this, results, projection.columns());
            var list = new ArrayList<R>();
            while (results.next()) list.add(projection.read(row));
            return list;
        });
    }

    /// The only row, if there is one. A second one is a fault: the caller was sure that there is none.
    <R> Optional<R> only(Phrase phrase, Projection<R> projection) {
        return queried(phrase, results -> {
            if (!results.next()) return Optional.empty();
            var value = projection.read(new Row(this, results, projection.columns()));
            if (results.next()) throw tooMany(phrase);
            return Optional.of(value);
        });
    }

    private DatabaseFault tooMany(Phrase phrase) {
        failure = new DatabaseFault("more than one row where one at most was expected, in " + phrase.subject());
        return failure;
    }

    /// Hands over row by row; the rows never lie in memory together.
    <R> void stream(Phrase phrase, Projection<R> projection, Consumer<? super R> consumer) {
        try (var _ = session.streaming()) {
            executed(phrase, (statement, sql) -> {
                bind(statement, sql, phrase, 0);
                statement.setFetchSize(PORTION);
                try (var results = statement.executeQuery()) {
                    var row = new Row(this, results, projection.columns());
                    while (results.next()) consumer.accept(projection.read(row));
                    return null;
                } finally {
                    if (!statement.isClosed()) statement.setFetchSize(0);
                }
            });
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private interface Reading<T> {
        T of(ResultSet results) throws SQLException;
    }

    private <T> T queried(Phrase phrase, Reading<T> reading) {
        return executed(phrase, (statement, sql) -> {
            bind(statement, sql, phrase, 0);
            try (var results = statement.executeQuery()) {
                return reading.of(results);
            }
        });
    }

    private interface Using<T> {
        T of(PreparedStatement statement, Sql sql) throws SQLException;
    }

    private <T> T executed(Phrase phrase, Using<T> using) {
        var sql = begin(phrase);
        try (var held = session.prepare(sql)) {
            return using.of(held.statement(), sql);
        } catch (SQLException e) {
            session.forget(sql);
            throw failed(e);
        }
    }

    private Sql begin(Phrase phrase) {
        if (owner != Thread.currentThread())
            throw new IllegalStateException("this Tx is over, or belongs to another thread");
        if (failure != null)
            throw new DatabaseFault(
                    "this transaction has already failed; to survive a failed statement run it in attempt(…)", failure);
        running = phrase;
        return shapes.of(phrase);
    }

    private void bind(PreparedStatement statement, Sql sql, Phrase phrase, int from) throws SQLException {
        var types = sql.parameters();
        for (int i = 0; i < types.length; i++)
            Wire.bind(session.dialect(), statement, i + 1, types[i], phrase.valueAt(from + i));
    }

    DatabaseFault failed(SQLException reported) {
        failure = session.translated(reported, running);
        return failure;
    }

    /// Runs the work so that, should a statement of it fail, only the work is undone and the transaction lives
    /// on.
    <R> R attempt(Supplier<R> work) {
        control("savepoint " + SAVEPOINT);
        try {
            var result = work.get();
            if (failure != null) throw failure;
            control("release savepoint " + SAVEPOINT);
            return result;
        } catch (RuntimeException | Error e) {
            // Nothing can be saved from a lost connection or a transaction that another one ended.
            if (failure instanceof DatabaseBusy || failure instanceof DatabaseDown) throw e;
            failure = null;
            control("rollback to savepoint " + SAVEPOINT);
            control("release savepoint " + SAVEPOINT);
            throw e;
        }
    }

    /// A word of transaction control.
    void control(String sql) {
        try {
            session.control(sql);
        } catch (SQLException e) {
            throw failed(e);
        }
    }
}
