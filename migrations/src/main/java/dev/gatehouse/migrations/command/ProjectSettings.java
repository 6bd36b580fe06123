package dev.gatehouse.migrations.command;

import dev.gatehouse.migrations.shape.MigrationException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// What `migrations.properties` says, with every `${NAME}` filled. A setting that nobody knows is refused by name:
/// it would be a spelling mistake that changes nothing.
final class ProjectSettings {

    static final String FILE = "migrations.properties";

    private static final List<String> KNOWN =
            List.of("url", "user", "password", "model", "versions", "package", "list", "version.table", "classpath");

    private final Path file;
    private final Properties settings = new Properties();
    private final Variables variables;

    private ProjectSettings(Path file, Map<String, String> environment) {
        this.file = file;
        variables = new Variables(folder(), environment);
        try (var reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        } catch (CharacterCodingException failure) {
            throw new MigrationException("%s is not written in UTF-8".formatted(file), failure);
        } catch (IOException failure) {
            throw MigrationException.of("%s cannot be read".formatted(file), failure);
        } catch (IllegalArgumentException failure) {
            throw new MigrationException("%s cannot be read: %s".formatted(file, failure.getMessage()), failure);
        }
        settings.stringPropertyNames().stream().sorted().forEach(this::requireKnown);
    }

    /// @param place the settings' file, or the folder that it is in
    static ProjectSettings read(Path place, Map<String, String> environment) {
        var file = Files.isDirectory(place) || place.toString().isEmpty() ? place.resolve(FILE) : place;
        if (!Files.isRegularFile(file)) {
            throw new MigrationException(
                    "there is no project at %s: name the project's folder with -c, or make one with init"
                            .formatted(file));
        }
        return new ProjectSettings(file, environment);
    }

    Path folder() {
        return Optional.ofNullable(file.getParent()).orElse(Path.of(""));
    }

    Path file() {
        return file;
    }

    String get(String name, String otherwise) {
        var text = settings.getProperty(name, otherwise);
        return variables
                .fill("%s in %s".formatted(name, file.getFileName()), text)
                .strip();
    }

    private void requireKnown(String name) {
        if (KNOWN.contains(name)) return;
        throw new MigrationException(
                "%s: there is no setting '%s'; known are %s".formatted(file, name, String.join(", ", KNOWN)));
    }
}
