package dev.gatehouse;

import dev.gatehouse.mapper.Database;
import dev.gatehouse.migrations.Migrations;
import dev.gatehouse.web.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The classes of each module, where the build left them: in a folder, or in a jar once it is packed.
final class Build {

    static final List<BuiltClass> SERVER = classesBeside(House.class);

    static final List<BuiltClass> TESTS = classesBeside(HouseTest.class);

    /// Those of the modules below the rooms.
    static final List<BuiltClass> GROUND = Stream.of(Database.class, Migrations.class, Server.class)
            .flatMap(known -> classesBeside(known).stream())
            .toList();

    private Build() {}

    static Stream<BuiltClass> all() {
        return Stream.concat(SERVER.stream(), GROUND.stream());
    }

    private static List<BuiltClass> classesBeside(Class<?> known) {
        try {
            var place = Path.of(
                    known.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(place)) return classesIn(place);
            try (var jar = FileSystems.newFileSystem(place)) {
                return classesIn(jar.getPath("/"));
            }
        } catch (IOException | URISyntaxException fault) {
            throw new AssertionError(fault);
        }
    }

    private static List<BuiltClass> classesIn(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(Build::parsed)
                    .toList();
        }
    }

    private static BuiltClass parsed(Path file) {
        try {
            return BuiltClass.parse(Files.readAllBytes(file));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
