package dev.gatehouse.mapper;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Which database, and how to use it. The defaults are right for a server that has the database to itself.
public sealed interface DatabaseSettings {
    /// A file beside the program. It and its folder are made if they are missing, for their owner's eyes only.
    ///
    /// @param durability what an answered write survives
    /// @param readers how many may read at once; each costs a connection with its cache
    /// @param queue how many writes may wait; one more is told that the database is busy
    /// @param patience how long a write or a read waits for its turn
    /// @param libraryFolder where the driver's native library is unpacked once and found again
    record Sqlite(Path file, Durability durability, int readers, int queue, Duration patience, Path libraryFolder)
            implements DatabaseSettings {
        public Sqlite {
            if (readers < 1) throw new IllegalArgumentException("readers: " + readers + ", at least 1");
            if (queue < 1) throw new IllegalArgumentException("queue: " + queue + ", at least 1");
            if (!patience.isPositive()) throw new IllegalArgumentException("patience: " + patience + " is no time");
            file = file.toAbsolutePath().normalize();
        }

        public Sqlite durability(Durability durability) {
            return new Sqlite(file, durability, readers, queue, patience, libraryFolder);
        }

        public Sqlite readers(int readers) {
            return new Sqlite(file, durability, readers, queue, patience, libraryFolder);
        }

        public Sqlite queue(int queue) {
            return new Sqlite(file, durability, readers, queue, patience, libraryFolder);
        }

        public Sqlite patience(Duration patience) {
            return new Sqlite(file, durability, readers, queue, patience, libraryFolder);
        }

        public Sqlite libraryFolder(Path libraryFolder) {
            return new Sqlite(file, durability, readers, queue, patience, libraryFolder);
        }
    }

    /// What a write that was answered survives.
    enum Durability {
        /// Loss of power: it is on disk.
        POWER_LOSS("full"),
        /// The end of the process, but not loss of power, which may undo the last few writes and harms nothing
        /// else.
        PROCESS_END("normal");

        private final String pragma;

        Durability(String pragma) {
            this.pragma = pragma;
        }

        String pragma() {
            return pragma;
        }
    }

    /// A PostgreSQL server, or several of which one is the primary.
    ///
    /// @param hosts names or addresses, each with `:port` where it differs from `port`
    /// @param poolSize connections of this process, kept open
    /// @param patience how long a transaction waits for a connection
    /// @param statementTimeout after which the server gives up a statement
    record Postgres(
            List<String> hosts,
            int port,
            String user,
            String password,
            String database,
            int poolSize,
            Duration patience,
            Duration statementTimeout,
            String applicationName)
            implements DatabaseSettings {
        public Postgres {
            hosts = List.copyOf(hosts);
            if (hosts.isEmpty()) throw new IllegalArgumentException("no database host is given");
            if (hosts.stream().anyMatch(String::isBlank))
                throw new IllegalArgumentException("a database host is empty: " + hosts);
            if (port < 1 || port > 65_535) throw new IllegalArgumentException("database port " + port);
            if (poolSize < 1) throw new IllegalArgumentException("pool size: " + poolSize + ", at least 1");
        }

        public Postgres poolSize(int poolSize) {
            return new Postgres(
                    hosts, port, user, password, database, poolSize, patience, statementTimeout, applicationName);
        }

        public Postgres patience(Duration patience) {
            return new Postgres(
                    hosts, port, user, password, database, poolSize, patience, statementTimeout, applicationName);
        }

        public Postgres statementTimeout(Duration statementTimeout) {
            return new Postgres(
                    hosts, port, user, password, database, poolSize, patience, statementTimeout, applicationName);
        }

        public Postgres applicationName(String applicationName) {
            return new Postgres(
                    hosts, port, user, password, database, poolSize, patience, statementTimeout, applicationName);
        }

        /// Without the password: settings end up in logs.
        @Override
        public String toString() {
            return "Postgres[" + user + "@" + String.join(",", hosts) + ":" + port + "/" + database + "]";
        }
    }

    /// SQLite in this file.
    static Sqlite sqlite(Path file) {
        int readers = 2 * Runtime.getRuntime().availableProcessors();
        return new Sqlite(
                file,
                Durability.POWER_LOSS,
                readers,
                4_096,
                Duration.ofSeconds(10),
                file.toAbsolutePath().resolveSibling(".native"));
    }

    /// PostgreSQL there.
    ///
    /// @param hosts one host, or several with commas between them
    static Postgres postgres(String hosts, int port, String user, String password, String database) {
        return new Postgres(
                List.of(hosts.strip().split("\\s*,\\s*")),
                port,
                user,
                password,
                database,
                10,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                "gatehouse");
    }
}
