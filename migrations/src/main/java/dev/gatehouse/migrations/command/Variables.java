package dev.gatehouse.migrations.command;

import dev.gatehouse.migrations.shape.MigrationException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fills `${DB_HOST}` in a setting: from the environment, else from `.env` in the working directory or beside the
/// project.
final class Variables {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::([^}]*))?}");

    private final Map<String, String> known = new HashMap<>();

    /// @param folder the project's; `${here}` stands for it
    Variables(Path folder, Map<String, String> environment) {
        readDotEnv(folder.resolve(".env"));
        readDotEnv(Path.of(".env"));
        known.putAll(environment);
        known.put("here", folder.toAbsolutePath().normalize().toString());
    }

    /// @param setting where the text stands, for the refusal
    String fill(String setting, String text) {
        return REFERENCE.matcher(text).replaceAll(found -> {
            var value = knows(found.group(1)) ? known.get(found.group(1)) : found.group(2);
            if (value == null) {
                throw new MigrationException(
                        "%s needs %s: set it in the environment or in .env".formatted(setting, found.group(1)));
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /// Whether it has a value that is not empty.
    boolean knows(String name) {
        return !known.getOrDefault(name, "").isBlank();
    }

    private void readDotEnv(Path file) {
        if (!Files.isRegularFile(file)) return;
        try {
            Files.readAllLines(file).forEach(this::readLine);
        } catch (CharacterCodingException failure) {
            throw new MigrationException("%s is not written in UTF-8".formatted(file), failure);
        } catch (IOException failure) {
            throw MigrationException.of("%s cannot be read".formatted(file), failure);
        }
    }

    private void readLine(String line) {
        var text = line.strip();
        var equals = text.indexOf('=');
        if (text.startsWith("#") || equals < 1) return;
        known.put(
                text.substring(0, equals).strip(),
                unquoted(text.substring(equals + 1).strip()));
    }

    private static String unquoted(String value) {
        var isQuoted = value.length() > 1
                && (value.startsWith("\"") || value.startsWith("'"))
                && value.charAt(0) == value.charAt(value.length() - 1);
        return isQuoted ? value.substring(1, value.length() - 1) : value;
    }
}
