package dev.gatehouse.migrations.command;

import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.migrations.DeclaredTables;
import dev.gatehouse.migrations.Migrations;
import dev.gatehouse.migrations.Revision;
import dev.gatehouse.migrations.shape.MigrationException;
import dev.gatehouse.migrations.source.Compiling;
import dev.gatehouse.migrations.source.SourceFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// A project that lives in a folder by itself: `migrations.properties`, `Model.java` and the revisions, compiled
/// when a verb needs them.
final class ProjectFolder {

    static final String SETTINGS = "migrations.properties";

    private final Path folder;
    private final Properties settings = new Properties();
    private final Variables variables;

    private ProjectFolder(Path file, Map<String, String> environment) {
        folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        variables = new Variables(folder, environment);
        try (var reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        } catch (IOException failure) {
            throw new MigrationException("%s cannot be read: %s".formatted(file, failure.getMessage()), failure);
        }
    }

    /// @param place the settings' file, or the folder that it is in
    static Project open(Path place, Map<String, String> environment) {
        var file = Files.isDirectory(place) ? place.resolve(SETTINGS) : place;
        if (!Files.isRegularFile(file)) {
            throw new MigrationException(
                    "there is no %s: name the project's folder with -c, or make one with init".formatted(file));
        }
        return new ProjectFolder(file, environment).project();
    }

    private Project project() {
        var versions = folder.resolve(setting("versions", "versions"));
        var packageName = setting("package", "versions");
        var files = revisionFiles(versions);
        var model = folder.resolve(setting("model", "Model") + ".java");
        var sources = new ArrayList<>(files);
        if (Files.isRegularFile(model)) sources.add(model);
        var loader = Compiling.compile(sources);
        var migrations = Migrations.of(this::connect, revisions(loader, packageName, files))
                .versionTable(setting("version.table", Migrations.VERSION_TABLE));
        return new Project(
                migrations,
                () -> declared(loader, model).tables(),
                new SourceFolder(versions, packageName, Optional.empty()),
                dialect());
    }

    private Dialect dialect() {
        var url = setting("url", "");
        if (url.startsWith("jdbc:sqlite:")) return Dialect.SQLITE;
        if (url.startsWith("jdbc:postgresql:")) return Dialect.POSTGRES;
        throw new MigrationException("url in %s must begin with jdbc:sqlite: or jdbc:postgresql:".formatted(SETTINGS));
    }

    private static List<Path> revisionFiles(Path versions) {
        if (!Files.isDirectory(versions)) return List.of();
        try (var files = Files.list(versions)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Revision> revisions(ClassLoader loader, String packageName, List<Path> files) {
        var revisions = new ArrayList<Revision>();
        for (var file : files) {
            var name = file.getFileName().toString().replace(".java", "");
            var type = load(loader, packageName.isEmpty() ? name : packageName + "." + name, file);
            if (Revision.class.isAssignableFrom(type)) revisions.add(Revision.class.cast(made(type)));
        }
        return revisions;
    }

    private static DeclaredTables declared(ClassLoader loader, Path model) {
        if (!Files.isRegularFile(model)) throw new MigrationException("there is no " + model);
        var made = made(load(loader, model.getFileName().toString().replace(".java", ""), model));
        if (made instanceof DeclaredTables declared) return declared;
        throw new MigrationException("%s must implement DeclaredTables".formatted(model));
    }

    private static Class<?> load(ClassLoader loader, String name, Path file) {
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException failure) {
            throw new MigrationException("%s must hold the class %s".formatted(file, name), failure);
        }
    }

    private static Object made(Class<?> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException failure) {
            throw new MigrationException(
                    "%s must be public and have a public constructor without parameters".formatted(type.getName()),
                    failure);
        }
    }

    private Connection connect() throws SQLException {
        var url = setting("url", "");
        if (url.isEmpty()) throw new MigrationException("%s names no url".formatted(folder.resolve(SETTINGS)));
        var login = new Properties();
        if (settings.containsKey("user")) login.setProperty("user", setting("user", ""));
        if (settings.containsKey("password")) login.setProperty("password", setting("password", ""));
        return DriverManager.getConnection(url, login);
    }

    private String setting(String name, String otherwise) {
        return variables
                .fill(name + " in " + SETTINGS, settings.getProperty(name, otherwise))
                .strip();
    }
}
