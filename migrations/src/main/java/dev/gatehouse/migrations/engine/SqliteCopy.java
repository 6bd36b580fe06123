package dev.gatehouse.migrations.engine;

import dev.gatehouse.migrations.shape.MigrationException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// A copy of a database file, made beside it before data goes: complete, readable by the same people, and on disk.
///
/// @spec https://www.sqlite.org/lang_vacuum.html#vacuuminto SQLite, VACUUM INTO
record SqliteCopy(Connection connection) {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    /// Where the database lives; empty for one in memory.
    Optional<Path> file() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select file from pragma_database_list where name = 'main'")) {
            return rows.next()
                            && rows.getString(1) != null
                            && !rows.getString(1).isEmpty()
                    ? Optional.of(Path.of(rows.getString(1)))
                    : Optional.empty();
        }
    }

    /// @param label stands in the copy's name: the revision that the database stands at
    Path make(Path file, String label) {
        var copy = free(file, label);
        try {
            create(file, copy);
            vacuumInto(copy);
            try (var channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            return copy;
        } catch (IOException | SQLException failure) {
            throw refusal(copy, failure);
        }
    }

    private static Path free(Path file, String label) {
        var name = file.getFileName().toString();
        var dot = name.lastIndexOf('.');
        var stem = "%s-%s-%s"
                .formatted(
                        dot > 0 ? name.substring(0, dot) : name,
                        label,
                        LocalDateTime.now().format(STAMP));
        var end = dot > 0 ? name.substring(dot) : "";
        var copy = file.resolveSibling(stem + end);
        for (var n = 2; Files.exists(copy); n++) copy = file.resolveSibling(stem + "-" + n + end);
        return copy;
    }

    /// SQLite would give it the permissions of any new file, and the original may be closed to others.
    private static void create(Path file, Path copy) throws IOException {
        if (Files.getFileAttributeView(file, PosixFileAttributeView.class) == null) {
            Files.createFile(copy);
            return;
        }
        var permissions = Files.getPosixFilePermissions(file);
        Files.createFile(copy, PosixFilePermissions.asFileAttribute(permissions));
    }

    private void vacuumInto(Path copy) throws SQLException {
        try (var statement = connection.prepareStatement("vacuum into ?")) {
            statement.setString(1, copy.toAbsolutePath().toString());
            statement.execute();
        }
    }

    private static MigrationException refusal(Path copy, Exception failure) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException left) {
            failure.addSuppressed(left);
        }
        return new MigrationException(
                "data would go, and a copy cannot be made as %s (%s): nothing was changed; make room there, or let this user write there"
                        .formatted(copy, failure.getMessage()),
                failure);
    }
}
