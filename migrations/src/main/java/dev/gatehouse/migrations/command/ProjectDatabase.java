package dev.gatehouse.migrations.command;

import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.migrations.shape.MigrationException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The database that the settings name.
///
/// @param url as JDBC has it
/// @param user empty: none is sent
/// @param password empty: none is sent
record ProjectDatabase(String url, String user, String password) {

    private static final String SQLITE = "jdbc:sqlite:";
    private static final byte[] HEADER = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final String POSTGRES = "jdbc:postgresql:";

    /// Kept here so that its level stays: what the driver would log, its exceptions say too.
    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    static ProjectDatabase of(ProjectSettings settings) {
        var url = settings.get("url", "");
        if (!url.startsWith(SQLITE) && !url.startsWith(POSTGRES)) {
            throw new MigrationException("url in %s must begin with %s or %s; it is '%s'"
                    .formatted(settings.file(), SQLITE, POSTGRES, shown(url)));
        }
        return new ProjectDatabase(url, settings.get("user", ""), settings.get("password", ""));
    }

    Dialect dialect() {
        return url.startsWith(SQLITE) ? Dialect.SQLITE : Dialect.POSTGRES;
    }

    Connection connect() {
        if (dialect() == Dialect.SQLITE) requireFile();
        var login = new Properties();
        if (dialect() == Dialect.POSTGRES) {
            DRIVER.setLevel(Level.OFF);
            if (!user.isEmpty()) login.setProperty("user", user);
            if (!password.isEmpty()) login.setProperty("password", password);
            login.setProperty("ApplicationName", "migrations");
        }
        try {
            return DriverManager.getConnection(url, login);
        } catch (SQLException failure) {
            throw new MigrationException("%s cannot be opened: %s".formatted(shown(url), reason(failure)), failure);
        }
    }

    /// SQLite's own words for these say neither what nor where.
    private void requireFile() {
        var name = url.substring(SQLITE.length()).replaceFirst("\\?.*", "");
        if (name.isEmpty() || name.startsWith(":") || name.startsWith("file:")) return;
        var file = Path.of(name);
        if (Files.isDirectory(file)) throw new MigrationException("%s is a folder, not a database".formatted(file));
        if (Files.exists(file) && !Files.isReadable(file)) {
            throw new MigrationException("%s cannot be opened: this user may not read it".formatted(file));
        }
        if (isForeign(file)) throw new MigrationException("%s is no SQLite database".formatted(file));
        var folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new MigrationException(
                    "%s cannot be made: there is no folder %s".formatted(file, folder.normalize()));
        }
    }

    private static boolean isForeign(Path file) {
        if (!Files.isRegularFile(file)) return false;
        try (var bytes = Files.newInputStream(file)) {
            var begin = bytes.readNBytes(HEADER.length);
            return begin.length > 0 && !Arrays.equals(begin, HEADER);
        } catch (IOException _) {
            return false; // the driver will say why
        }
    }

    private String reason(SQLException failure) {
        var words =
                String.valueOf(failure.getMessage()).replace(url, shown(url)).replaceAll("\\s*\\R\\s*", " ");
        return failure.getCause() instanceof UnknownHostException unknown
                ? "there is no host " + unknown.getMessage()
                : words;
    }

    /// Without what may be secret in it.
    private static String shown(String url) {
        return url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
    }
}
