package dev.gatehouse.mapper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;

/// SQLite in this process: one writer, a few readers, checkpoints on a timer.
final class SqliteEngine implements Engine {
    private final SqliteFile file;
    private final Shapes shapes = new Shapes(Dialect.SQLITE);
    private final SqliteSession writing;
    private final GroupWriter writer;
    private final Readers readers;
    private final Checkpoints checkpoints;

    private SqliteEngine(SqliteFile file, DatabaseSettings.Sqlite settings) {
        this.file = file;
        this.writing = file.writer();
        this.readers = new Readers(file, settings);
        this.writer = new GroupWriter(writing, shapes, settings, GroupWriter.GROUP);
        this.checkpoints = new Checkpoints(file, writer::commits);
    }

    static SqliteEngine open(DatabaseSettings.Sqlite settings) {
        return new SqliteEngine(new SqliteFile(settings), settings);
    }

    @Override
    public Dialect dialect() {
        return Dialect.SQLITE;
    }

    @Override
    public <R> R write(Function<Execution, R> work) {
        return writer.write(work);
    }

    /// A write is alone as it is.
    @Override
    public <R> R serializable(Function<Execution, R> work) {
        return writer.write(work);
    }

    @Override
    public <R> R read(Function<Execution, R> work) {
        var session = readers.take();
        try {
            return work.apply(new Execution(session, shapes));
        } finally {
            readers.giveBack(session);
        }
    }

    @Override
    public <R> R snapshot(Function<Execution, R> work) {
        return read(execution -> {
            execution.control("begin");
            try {
                return work.apply(execution);
            } finally {
                execution.control("rollback");
            }
        });
    }

    @Override
    public Connection connect() {
        return file.connect();
    }

    /// The copy is private from its first byte, as the original is.
    @Override
    public void copyTo(Path target) {
        if (Files.exists(target)) throw new DatabaseFault("there is a file already: " + target);
        file.createCopy(target);
        try (var connection = connect();
                var statement = connection.prepareStatement("vacuum into ?")) {
            statement.setString(1, target.toAbsolutePath().toString());
            statement.execute();
        } catch (SQLException e) {
            throw SqliteErrors.translated(e, null);
        }
    }

    /// The last connection to go empties the log into the file.
    @Override
    public void close() {
        writer.close();
        readers.close();
        checkpoints.close();
        try {
            writing.close();
        } catch (SQLException e) {
            throw new DatabaseFault("the writer's connection could not be closed", e);
        }
    }
}
