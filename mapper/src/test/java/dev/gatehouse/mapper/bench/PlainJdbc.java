package dev.gatehouse.mapper.bench;

import dev.gatehouse.mapper.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/// What one would write by hand and be proud of: one connection, its statements held.
final class PlainJdbc implements AutoCloseable {
    private final Dialect dialect;
    private final Connection connection;
    private final PreparedStatement select;
    private final PreparedStatement insert;
    private final ReentrantLock lock = new ReentrantLock();

    PlainJdbc(Dialect dialect, Connection connection) throws SQLException {
        this.dialect = dialect;
        this.connection = connection;
        select = connection.prepareStatement(
                "select id, email, name, active, version, created_at from person where id = ?");
        insert = connection.prepareStatement(
                "insert into person (id, email, name, active, version, created_at) values (?, ?, ?, ?, ?, ?)");
    }

    Person find(UUID id) throws SQLException {
        if (dialect == Dialect.SQLITE) select.setString(1, id.toString());
        else select.setObject(1, id);
        try (var row = select.executeQuery()) {
            return row.next() ? read(row) : null;
        }
    }

    private Person read(java.sql.ResultSet row) throws SQLException {
        return dialect == Dialect.SQLITE
                ? new Person(
                        UUID.fromString(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4) != 0,
                        row.getLong(5),
                        moment(row.getLong(6)))
                : new Person(
                        (UUID) row.getObject(1),
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getLong(5),
                        row.getObject(6, OffsetDateTime.class).toInstant());
    }

    private static Instant moment(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
    }

    /// Begins, inserts, commits.
    void insert(Person person) throws SQLException {
        connection.setAutoCommit(false);
        if (dialect == Dialect.SQLITE) insert.setString(1, person.id().toString());
        else insert.setObject(1, person.id());
        insert.setString(2, person.email());
        insert.setString(3, person.name());
        if (dialect == Dialect.SQLITE) insert.setInt(4, person.active() ? 1 : 0);
        else insert.setBoolean(4, person.active());
        insert.setLong(5, person.version());
        if (dialect == Dialect.SQLITE)
            insert.setLong(
                    6,
                    person.createdAt().getEpochSecond() * 1_000_000
                            + person.createdAt().getNano() / 1_000);
        else insert.setObject(6, person.createdAt().atOffset(ZoneOffset.UTC));
        insert.executeUpdate();
        // On SQLite the driver's commit() would begin the next transaction at once; this commits and no more.
        if (dialect == Dialect.POSTGRES) connection.commit();
        connection.setAutoCommit(true);
    }

    /// One after another, as many callers must who share one connection.
    void insertLocked(Person person) throws SQLException {
        lock.lock();
        try {
            insert(person);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws SQLException {
        select.close();
        insert.close();
        connection.close();
    }
}
