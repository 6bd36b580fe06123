package dev.gatehouse.mapper.testing;

import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.DatabaseSettings;
import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.Table;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/// One of the two databases, ready to be opened as often as a test likes, each time fresh and empty.
///
/// What it opened is closed and removed when it opens the next, and when the class has run on it.
public final class TestDatabase implements AutoCloseable {
    /// Held here, since java.util.logging forgets loggers that nobody holds.
    private static final List<Logger> QUIET =
            Stream.of("io.zonky", "com.zaxxer.hikari").map(TestDatabase::quiet).toList();

    private final Dialect dialect;
    private Scratch scratch;
    private Database open;

    public TestDatabase(Dialect dialect) {
        this.dialect = dialect;
    }

    /// For `@EachDatabase`.
    static final class Both implements ArgumentsProvider {
        @Override
        public Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context) {
            return Stream.of(Dialect.values()).map(TestDatabase::new).map(Arguments::of);
        }
    }

    private static Logger quiet(String name) {
        var logger = Logger.getLogger(name);
        logger.setLevel(Level.SEVERE);
        return logger;
    }

    public Dialect dialect() {
        return dialect;
    }

    /// The settings of a fresh, empty database.
    public DatabaseSettings fresh() {
        close();
        scratch = switch (dialect) {
            case SQLITE -> new ScratchFile();
            case POSTGRES -> ScratchServer.taken();
        };
        return scratch.settings();
    }

    /// A fresh database with these tables, made as they are declared.
    public Database open(Table... tables) {
        return open(InstantSource.system(), tables);
    }

    /// A fresh database with these tables and a clock that the test may move.
    public Database open(InstantSource clock, Table... tables) {
        return open(fresh(), clock, tables);
    }

    /// A database by settings that [#fresh()] gave, changed as the test wants them.
    public Database open(DatabaseSettings settings, InstantSource clock, Table... tables) {
        open = Database.open(settings, clock);
        try (var connection = open.connect();
                var statement = connection.createStatement()) {
            for (var sql : Ddl.of(dialect, tables)) statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return open;
    }

    @Override
    public void close() {
        if (open != null) open.close();
        if (scratch != null) scratch.remove();
        open = null;
        scratch = null;
    }

    @Override
    public String toString() {
        return dialect.name();
    }
}
