package dev.gatehouse.migrations;

import dev.gatehouse.mapper.DatabaseSettings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// `pg_dump -s`, where the machine has the one of the server's version: PostgreSQL's own word on what a schema is.
record PgDump(Path program, DatabaseSettings.Postgres server) {

    private static final Path PACKAGES = Path.of("/usr/lib/postgresql");

    static Optional<PgDump> of(DatabaseSettings.Postgres server) throws IOException, InterruptedException {
        var wanted = "(PostgreSQL) %d.".formatted(version(server));
        for (var program : programs()) {
            if (answer(new ProcessBuilder(program.toString(), "--version")).contains(wanted)) {
                return Optional.of(new PgDump(program, server));
            }
        }
        return Optional.empty();
    }

    static int version(DatabaseSettings.Postgres server) {
        var url = "jdbc:postgresql://%s:%d/%s".formatted(server.hosts().getFirst(), server.port(), server.database());
        try (var connection = DriverManager.getConnection(url, server.user(), server.password())) {
            return connection.getMetaData().getDatabaseMajorVersion();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private static List<Path> programs() throws IOException {
        var folders = new ArrayList<>(Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(Path::of)
                .toList());
        if (Files.isDirectory(PACKAGES)) {
            try (var versions = Files.list(PACKAGES)) {
                versions.map(version -> version.resolve("bin")).forEach(folders::add);
            }
        }
        return folders.stream()
                .map(folder -> folder.resolve("pg_dump"))
                .filter(Files::isExecutable)
                .toList();
    }

    /// The schema's lines, sorted, since a column that is dropped and added again stands at the end. What a transaction
    /// has made is committed, for `pg_dump` comes by a connection of its own, and taken away again afterwards.
    List<String> of(Connection connection) throws SQLException {
        var isForNow = !connection.getAutoCommit();
        if (isForNow) connection.commit();
        try {
            return lines(connection);
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        } finally {
            if (isForNow) empty(connection);
        }
    }

    private static void empty(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("drop schema public cascade; create schema public");
        }
        connection.commit();
    }

    private List<String> lines(Connection connection) throws SQLException, IOException, InterruptedException {
        var builder = new ProcessBuilder(
                program.toString(),
                "--schema-only",
                "--no-owner",
                "--no-privileges",
                "--exclude-table=schema_revision",
                "--host=" + server.hosts().getFirst(),
                "--port=" + server.port(),
                "--username=" + server.user(),
                "--dbname=" + connection.getCatalog());
        builder.environment().put("PGPASSWORD", server.password());
        return answer(builder)
                .lines()
                .filter(line -> !line.isBlank())
                .filter(line -> !line.matches("(--|\\\\|SET |SELECT pg_catalog|CREATE SCHEMA|COMMENT ON SCHEMA).*"))
                .map(line -> line.strip().replaceFirst(",$", ""))
                .sorted()
                .toList();
    }

    private static String answer(ProcessBuilder builder) throws IOException, InterruptedException {
        var process = builder.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) throw new IOException(said);
        return said;
    }
}
