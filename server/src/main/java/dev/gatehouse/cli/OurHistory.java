package dev.gatehouse.cli;

import dev.gatehouse.mapper.Database;
import dev.gatehouse.migrations.command.Project;
import dev.gatehouse.migrations.source.SourceFolder;
import dev.gatehouse.revision.Tables;
import java.net.URISyntaxException;
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
        return new Project(schema.migrations(), () -> Tables.ALL, folder);
    }

    /// The source tree that this program was built in: its jar lies in `server/target/dist`.
    private static Path checkout() {
        try {
            var place = Path.of(OurHistory.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Optional.ofNullable(place.getParent())
                    .map(dist -> dist.resolve("../../..").normalize())
                    .orElse(Here.FOLDER);
        } catch (URISyntaxException fault) {
            throw new IllegalStateException("a class comes from a place that is none", fault);
        }
    }
}
