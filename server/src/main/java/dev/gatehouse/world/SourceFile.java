package dev.gatehouse.world;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// A file of a world, and the others that it names: they are looked for beside it.
///
/// A store file may be somebody else's, as in a change that a stranger proposes, and faults quote what they
/// are about. So what it names must lie in its own folder or in the one where we were started.
///
/// @param namedBy the store file; empty if this is the store file, which may lie anywhere
record SourceFile(Path path, Optional<Path> namedBy) {

    /// In bytes. A world is held in memory several times over.
    static final int LARGEST = 10_000_000;

    private static final String ELSEWHERE =
            "is neither in the folder of the store file nor in the one where this was started, and is not read";

    SourceFile(Path path) {
        this(path, Optional.empty());
    }

    String name() {
        return path.toString();
    }

    /// What follows the last dot, as `csv`; empty for the root of all folders, which alone has no name.
    String kind() {
        if (path.getFileName() == null) return "";
        var file = path.getFileName().toString();
        return file.substring(file.lastIndexOf('.') + 1);
    }

    /// @param other a relative name; one that no file can have is that of a file which is not there
    SourceFile beside(String other) {
        var possible = other.replaceAll("\\p{Cntrl}", "?");
        return new SourceFile(path.resolveSibling(possible).normalize(), namedBy.or(() -> Optional.of(path)));
    }

    /// @param at where somebody named it
    Optional<String> text(Place at, Faults faults) {
        try {
            if (!Files.isRegularFile(path))
                return refused(at, faults, Files.exists(path) ? "is no file" : "is not there");
            var real = path.toRealPath();
            if (isElsewhere(real)) return refused(at, faults, ELSEWHERE);
            if (Files.size(real) > LARGEST) return refused(at, faults, "has more than " + LARGEST + " bytes");
            return Optional.of(Files.readString(real));
        } catch (NoSuchFileException _) {
            return refused(at, faults, "is not there");
        } catch (MalformedInputException _) {
            return refused(at, faults, "is not text in UTF-8");
        } catch (IOException failure) {
            return refused(at, faults, "cannot be read (" + failure.getMessage() + ")");
        }
    }

    /// @param real without links, so that none leads out
    private boolean isElsewhere(Path real) throws IOException {
        if (namedBy.isEmpty()) return false;
        var beside = namedBy.get().toAbsolutePath().getParent().toRealPath();
        return !real.startsWith(beside) && !real.startsWith(Path.of("").toRealPath());
    }

    private Optional<String> refused(Place at, Faults faults, String why) {
        faults.add(at, name() + " " + why + ".");
        return Optional.empty();
    }
}
