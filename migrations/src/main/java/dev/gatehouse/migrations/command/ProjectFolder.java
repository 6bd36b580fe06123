package dev.gatehouse.migrations.command;

import dev.gatehouse.migrations.DeclaredTables;
import dev.gatehouse.migrations.Migrations;
import dev.gatehouse.migrations.shape.MigrationException;
import dev.gatehouse.migrations.source.ClassPath;
import dev.gatehouse.migrations.source.SourceClasses;
import dev.gatehouse.migrations.source.SourceFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// A project that lives in a folder by itself: `migrations.properties`, `Model.java` and the revisions, compiled
/// when a verb needs them. Other Java files beside the model and beside the revisions are compiled along.
final class ProjectFolder {

    private ProjectFolder() {}

    /// @param place the settings' file, or the folder that it is in
    static Project open(Path place, Map<String, String> environment) {
        var settings = ProjectSettings.read(place, environment);
        var database = ProjectDatabase.of(settings);
        var versions = settings.folder().resolve(settings.get("versions", "versions"));
        var packageName = settings.get("package", "versions");
        var model = settings.folder().resolve(settings.get("model", "Model") + ".java");
        var classPath = ClassPath.parse(settings.folder(), settings.get("classpath", ""));
        var classes = SourceClasses.of(settings.folder(), classPath, modelFolder(model), versions);
        var migrations = Migrations.of(database::connect, classes.revisions(versions, packageName))
                .versionTable(settings.get("version.table", Migrations.VERSION_TABLE));
        return new Project(
                migrations,
                () -> declared(classes, model, settings).tables(),
                new SourceFolder(versions, packageName, list(settings)),
                database.dialect());
    }

    private static Optional<String> list(ProjectSettings settings) {
        return Optional.of(settings.get("list", "")).filter(name -> !name.isEmpty());
    }

    private static Path modelFolder(Path model) {
        return Optional.ofNullable(model.getParent()).orElse(Path.of(""));
    }

    private static DeclaredTables declared(SourceClasses classes, Path model, ProjectSettings settings) {
        if (!Files.isRegularFile(model)) {
            throw new MigrationException("there is no %s: mend model in %s".formatted(model, settings.file()));
        }
        if (classes.made(model, "") instanceof DeclaredTables declared) return declared;
        throw new MigrationException("%s must implement DeclaredTables".formatted(model));
    }
}
