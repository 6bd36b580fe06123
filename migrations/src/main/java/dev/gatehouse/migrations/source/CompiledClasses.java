package dev.gatehouse.migrations.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// A project's compiled classes, kept in its folder until a source, this program or Java changes: the compiler
/// would take most of a verb's time.
///
/// They are kept nowhere but beside their sources, so whoever could slip in a class could as well have changed a
/// source. What cannot be read or written is no fault: then the compiler runs.
///
/// @param project the folder in which `.compiled` is kept
/// @param classPath what the sources stand on
record CompiledClasses(Path project, ClassPath classPath) {

    private static final String FOLDER = ".compiled";

    ClassLoader of(Collection<Path> sources) {
        if (sources.isEmpty()) return classPath.loader();
        var file = project.resolve(FOLDER).resolve("classes.zip");
        var digest = digest(sources);
        var below = classPath.loader();
        return read(file, digest).map(kept -> new MemoryClasses(kept, below)).orElseGet(() -> {
            var classes = Compiling.classes(sources, classPath);
            keep(file, digest, classes);
            return new MemoryClasses(classes, below);
        });
    }

    /// Of all that the classes come from: the sources, this program and Java.
    private String digest(Collection<Path> sources) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(Runtime.version().toString().getBytes());
            digest.update(classPath.state().getBytes());
            for (var source : sources) {
                var bytes = Files.readAllBytes(source);
                digest.update(
                        "%s %d\n".formatted(source.getFileName(), bytes.length).getBytes());
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException _) {
            return ""; // the compiler will say what cannot be read
        }
    }

    private static Optional<Map<String, byte[]>> read(Path file, String digest) {
        if (digest.isEmpty() || !Files.isRegularFile(file)) return Optional.empty();
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            var first = zip.getNextEntry();
            if (first == null || !first.getName().equals(digest)) return Optional.empty();
            var classes = new HashMap<String, byte[]>();
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                classes.put(entry.getName(), zip.readAllBytes());
            }
            return Optional.of(classes);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// Whole or not at all: another process may be reading.
    private static void keep(Path file, String digest, Map<String, byte[]> classes) {
        if (digest.isEmpty()) return;
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file.resolveSibling(".gitignore"), "*\n");
            var growing = Files.createTempFile(file.getParent(), "classes", ".new");
            try (var zip = new ZipOutputStream(Files.newOutputStream(growing))) {
                zip.putNextEntry(new ZipEntry(digest));
                for (var entry : classes.entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(entry.getValue());
                }
            }
            Files.move(growing, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException _) {
            // A folder that cannot be written to makes verbs slower, no more.
        }
    }
}
