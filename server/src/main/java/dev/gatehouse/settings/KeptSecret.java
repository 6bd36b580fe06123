package dev.gatehouse.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.secret.Base64Url;
import dev.gatehouse.secret.RandomValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// The secret key that is made once for the embedded database, and kept beside it for its owner's eyes only.
///
/// Losing the file loses the signing keys, every password (they are peppered with it) and every session.
public final class KeptSecret {

    private static final String NAME = "jwt-secret-key";
    private static final int BYTES = 64;

    private final Path dataDir;

    public KeptSecret(Path dataDir) {
        this.dataDir = dataDir;
    }

    public Path file() {
        return dataDir.resolve(NAME);
    }

    /// A good key: 512 random bits, enough for every algorithm.
    public static String random() {
        return Base64Url.encode(RandomValues.bytes(BYTES));
    }

    Optional<String> read() {
        return Files.exists(file()) ? Optional.of(readOrMake()) : Optional.empty();
    }

    String readOrMake() {
        try {
            if (!Files.exists(file())) make();
            return Files.readString(file(), UTF_8).strip();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault.toString(), fault);
        }
    }

    /// The file appears whole or not at all, and the first of two processes wins.
    private void make() throws IOException {
        if (Files.notExists(dataDir)) {
            Files.createDirectories(dataDir);
            allowOwnerOnly(dataDir, "rwx------");
        }
        var written = Files.createTempFile(dataDir, NAME, ".new");
        try {
            allowOwnerOnly(written, "rw-------");
            try (var channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
                channel.write(UTF_8.encode(random() + "\n"));
                channel.force(true);
            }
            Files.createLink(file(), written);
        } catch (FileAlreadyExistsException _) {
            // Another process has just made it: theirs is the key.
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static void allowOwnerOnly(Path file, String modes) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix"))
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(modes));
    }
}
