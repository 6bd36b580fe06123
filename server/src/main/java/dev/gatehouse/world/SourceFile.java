package dev.gatehouse.world;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// A file of a world, and the others that it names: they are looked for beside it.
record SourceFile(Path path) {

    /// In bytes. A world is held in memory several times over.
    static final int LARGEST = 10_000_000;

    String name() {
        return path.toString();
    }

    /// What follows the last dot, as `csv`.
    String kind() {
        var file = path.getFileName().toString();
        return file.substring(file.lastIndexOf('.') + 1);
    }

    SourceFile beside(String other) {
        return new SourceFile(path.resolveSibling(other).normalize());
    }

    /// @param at where somebody named it
    Optional<String> text(Place at, Faults faults) {
        try {
            if (!Files.isRegularFile(path))
                return refused(at, faults, Files.exists(path) ? "is no file" : "is not there");
            if (Files.size(path) > LARGEST) return refused(at, faults, "has more than " + LARGEST + " bytes");
            return Optional.of(Files.readString(path));
        } catch (NoSuchFileException _) {
            return refused(at, faults, "is not there");
        } catch (MalformedInputException _) {
            return refused(at, faults, "is not text in UTF-8");
        } catch (IOException failure) {
            return refused(at, faults, "cannot be read (" + failure.getMessage() + ")");
        }
    }

    private Optional<String> refused(Place at, Faults faults, String why) {
        faults.add(at, name() + " " + why + ".");
        return Optional.empty();
    }
}
