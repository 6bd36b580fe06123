package dev.gatehouse.migrations.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes a file whole or not at all: half of one, left by a full disk, would not compile, and then no verb would
/// work.
final class WholeFile {
    private WholeFile() {}

    /// Takes the place of a file that is there.
    static void write(Path file, String text) throws IOException {
        var meanwhile = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(meanwhile, text);
            Files.move(meanwhile, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(meanwhile);
        }
    }
}
