package dev.gatehouse.cli;

import dev.gatehouse.mapper.DatabaseSettings;
import dev.gatehouse.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Who else may read our files, and whether there is room for more.
record FilesCheckup(Path folder, Settings settings) {

    private static final long LITTLE = 1L << 30;
    private static final long TOO_LITTLE = 100L << 20;
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    /// Whether the embedded database has not been made yet.
    static boolean isNew(Settings settings) {
        return file(settings).filter(Files::notExists).isPresent();
    }

    List<Finding> findings() {
        var ours = Stream.concat(Stream.of(folder.resolve(".env")), settings.transport().key().stream());
        var open = Stream.concat(ours, kept())
                .filter(Files::exists)
                .flatMap(file -> readable(file).stream())
                .toList();
        var modes = open.isEmpty()
                ? Stream.of(Finding.good("files", "secrets are readable by their owner only"))
                : open.stream();
        return Stream.concat(modes, disk().stream()).toList();
    }

    private Stream<Path> kept() {
        return file(settings).stream()
                .flatMap(
                        file -> Stream.of(settings.dataDir(), settings.dataDir().resolve("jwt-secret-key"), file));
    }

    private static Optional<Path> file(Settings settings) {
        return settings.database() instanceof DatabaseSettings.Sqlite sqlite
                ? Optional.of(sqlite.file())
                : Optional.empty();
    }

    private static Optional<Finding> readable(Path file) {
        try {
            var modes = Files.getPosixFilePermissions(file);
            if (modes.stream().noneMatch(OTHERS::contains)) return Optional.empty();
            var advice = "chmod " + (Files.isDirectory(file) ? "700 " : "600 ") + file;
            return Optional.of(Finding.warning(
                    "files", file + " is " + PosixFilePermissions.toString(modes) + ": others can read it", advice));
        } catch (UnsupportedOperationException _) {
            return Optional.of(Finding.warning(
                    "files", file + " has no modes on this file system", "See to it that nobody else can read it."));
        } catch (IOException fault) {
            return Optional.of(
                    Finding.failure("files", "cannot look at " + file + ": " + fault.getMessage(), "Check its owner."));
        }
    }

    private Optional<Finding> disk() {
        if (!settings.isEmbedded()) return Optional.empty();
        var place = Files.exists(settings.dataDir()) ? settings.dataDir() : folder.toAbsolutePath();
        try {
            var free = Files.getFileStore(place).getUsableSpace();
            var says = (free >> 20) + " MiB free at " + place;
            if (free < TOO_LITTLE)
                return Optional.of(Finding.failure("disk", says, "Make room: writes will fail soon."));
            if (free < LITTLE) return Optional.of(Finding.warning("disk", says, "Make room before it runs out."));
            return Optional.of(Finding.good("disk", says));
        } catch (IOException fault) {
            return Optional.of(Finding.failure("disk", "cannot be asked: " + fault.getMessage(), "Check the disk."));
        }
    }
}
