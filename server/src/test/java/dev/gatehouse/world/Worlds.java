package dev.gatehouse.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// Our worlds: the files of `src/test/resources/worlds`.
public final class Worlds {

    private static final Path FOLDER = Path.of("src/test/resources/worlds");

    private Worlds() {}

    public static List<Path> files() {
        try (var files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.toString().contains("parts"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static List<World> of(Path file) {
        return switch (WorldReader.read(file)) {
            case WorldReading.Read(var worlds) -> worlds;
            case WorldReading.Refused(var faults) ->
                throw new AssertionError(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        };
    }

    /// What does not hold, as people are told it; empty if all holds.
    public static String failures(Path file, WorldRun.Ran ran) {
        return ran.failures().isEmpty() ? "" : new Report().add(new Report.WorldFile(file.toString(), List.of(ran)));
    }
}
