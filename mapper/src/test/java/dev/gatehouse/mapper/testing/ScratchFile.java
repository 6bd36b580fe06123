package dev.gatehouse.mapper.testing;

import dev.gatehouse.mapper.DatabaseSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A SQLite file in a folder of its own.
record ScratchFile(Path folder) implements Scratch {
    /// Unpacked once for all tests of all modules.
    private static final Path LIBRARY = Path.of(System.getProperty("java.io.tmpdir"), "gatehouse-test-native");

    ScratchFile() {
        this(made());
    }

    private static Path made() {
        try {
            return Files.createTempDirectory("gatehouse-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public DatabaseSettings settings() {
        return DatabaseSettings.sqlite(folder.resolve("test.db")).libraryFolder(LIBRARY);
    }

    @Override
    public void remove() {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) Files.delete(file);
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
