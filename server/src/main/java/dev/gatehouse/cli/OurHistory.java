package dev.gatehouse.cli;

import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.DatabaseSettings;
import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.migrations.command.Project;
import dev.gatehouse.migrations.source.SourceFolder;
import dev.gatehouse.revision.Tables;
import java.nio.file.Path;
import java.util.Optional;

/// What the migration verbs work on: our own tables, our own revisions, the database of the settings.
final class OurHistory {

    private static final String REVISIONS = "server/src/main/java/dev/gatehouse/revision";

    private OurHistory() {}

    /// The database stays open until the process ends, which for these verbs is soon.
    static Project open() {
        var settings = Here.settings();
        var schema = new Schema(settings, Database.open(settings.database()));
        var folder =
                new SourceFolder(checkout().resolve(REVISIONS), "dev.gatehouse.revision", Optional.of("Revisions"));
        return new Project(schema.migrations(), () -> Tables.ALL, folder, dialect(settings.database()));
    }

    private static Dialect dialect(DatabaseSettings settings) {
        return switch (settings) {
            case DatabaseSettings.Sqlite _ -> Dialect.SQLITE;
            case DatabaseSettings.Postgres _ -> Dialect.POSTGRES;
        };
    }

    /// The source tree that this program was built in: its jar, which is all of the class path, lies in
    /// `server/target/dist`.
    private static Path checkout() {
        var jar = Path.of(System.getProperty("java.class.path")).toAbsolutePath();
        return jar.resolve("../../../..").normalize();
    }
}
