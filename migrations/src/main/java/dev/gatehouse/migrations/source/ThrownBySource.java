package dev.gatehouse.migrations.source;

import dev.gatehouse.migrations.shape.MigrationException;
import java.nio.file.Path;
import java.util.Arrays;

/// An exception out of the project's own code, in one line with the place in the file.
final class ThrownBySource {
    private ThrownBySource() {}

    static MigrationException in(Path file, String what, Throwable thrown) {
        var line = Arrays.stream(thrown.getStackTrace())
                .filter(frame -> file.getFileName().toString().equals(frame.getFileName()))
                .findFirst()
                .map(frame -> ":" + frame.getLineNumber())
                .orElse("");
        return new MigrationException("%s%s: %s threw %s".formatted(file, line, what, thrown), thrown);
    }
}
