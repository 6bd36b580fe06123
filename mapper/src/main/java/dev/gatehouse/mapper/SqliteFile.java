package dev.gatehouse.mapper;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.SQLiteConnection;

/// The database file, and how connections to it are set up.
///
/// @spec https://www.sqlite.org/pragma.html SQLite, pragmas
final class SqliteFile {
    /// The write-ahead log is cut to this size when it is reset.
    private static final int LOG_BYTES = 64 * 1024 * 1024;

    /// If the timer falls behind, the writer itself moves pages after so many.
    private static final int LOG_PAGES = 4_000;

    /// What the writer keeps of the file, 16 MB. With SQLite's usual two a transaction that writes a
    /// thousand rows all over large indexes reads its pages twice, and writes some before their time:
    /// its inserts take 12 ms instead of 7.
    private static final int WRITER_KIBIBYTES = 16 * 1024;

    private final DatabaseSettings.Sqlite settings;

    SqliteFile(DatabaseSettings.Sqlite settings) {
        this.settings = settings;
        NativeLibrary.load(settings.libraryFolder());
        create(settings.file());
    }

    /// The journal files beside it take its mode from it.
    private static void create(Path file) {
        try {
            Files.createDirectories(file.getParent(), onlyOwner(file, "rwx------"));
            Files.createFile(file, onlyOwner(file, "rw-------"));
        } catch (FileAlreadyExistsException _) {
            // The usual case: a database of an earlier start.
        } catch (IOException e) {
            throw new DatabaseDown("the database file " + file + " cannot be made: " + e, e);
        }
    }

    static FileAttribute<?>[] onlyOwner(Path file, String mode) {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) return new FileAttribute<?>[0];
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))};
    }

    Path path() {
        return settings.file();
    }

    /// The writer's connection.
    SqliteSession writer() {
        var connection = open("wal_autocheckpoint = " + LOG_PAGES);
        try {
            expect(connection, "journal_mode", "wal");
            set(connection, "cache_size = -" + WRITER_KIBIBYTES);
        } catch (SQLException e) {
            closeQuietly(connection, e);
            throw SqliteErrors.translated(e, null);
        } catch (DatabaseFault refused) {
            closeQuietly(connection, refused);
            throw refused;
        }
        return session(connection);
    }

    /// A reader's connection, which cannot write.
    SqliteSession reader() {
        return session(open("query_only = on"));
    }

    /// The connection that moves the log's pages. It does not wait for locks: its next turn comes soon.
    SqliteSession checkpointer() {
        return session(open("busy_timeout = 0"));
    }

    /// A private file for a copy to be written to.
    void createCopy(Path target) {
        create(target.toAbsolutePath());
    }

    /// A connection for anything else, with JDBC's own transactions.
    Connection connect() {
        return open("wal_autocheckpoint = " + LOG_PAGES);
    }

    /// The driver would begin and commit around every statement, each time parsed anew. Told that we look after
    /// transactions it leaves them to us.
    private static SqliteSession session(Connection connection) {
        ((SQLiteConnection) connection).getConnectionConfig().setAutoCommit(false);
        return new SqliteSession(connection);
    }

    private Connection open(String pragma) {
        var properties = new Properties();
        properties.setProperty("busy_timeout", Long.toString(settings.patience().toMillis()));
        properties.setProperty("jdbc.get_generated_keys", "false");
        try {
            var connection = DriverManager.getConnection("jdbc:sqlite:" + settings.file(), properties);
            try {
                set(connection, "journal_mode = wal");
                set(connection, "synchronous = " + settings.durability().pragma());
                set(connection, "foreign_keys = on");
                set(connection, "journal_size_limit = " + LOG_BYTES);
                set(connection, "temp_store = memory");
                set(connection, pragma);
                expect(connection, "foreign_keys", "1");
                return connection;
            } catch (SQLException | DatabaseFault e) {
                closeQuietly(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw new DatabaseDown("the database file " + settings.file() + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private static void set(Connection connection, String pragma) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("pragma " + pragma);
        }
    }

    /// SQLite ignores a pragma that it cannot honour, without a word.
    private void expect(Connection connection, String pragma, String expected) {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery("pragma " + pragma)) {
            var found = answer.next() ? answer.getString(1) : "nothing";
            if (!expected.equals(found))
                throw new DatabaseFault("the database file " + settings.file() + ": " + pragma + " is " + found
                        + " where " + expected + " was asked for; is it on a network file system?");
        } catch (SQLException e) {
            throw new DatabaseFault(e.getMessage(), e);
        }
    }

    private static void closeQuietly(Connection connection, Exception because) {
        try {
            connection.close();
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }
}
