package dev.gatehouse.migrations.source;

import dev.gatehouse.migrations.shape.MigrationException;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where a project's sources find the classes that they use: this program's own, and those that the project names
/// besides, such as its application's.
///
/// @param besides folders of classes, and jars
public record ClassPath(List<Path> besides) {

    /// This program's own classes only.
    public static final ClassPath OWN = new ClassPath(List.of());

    public ClassPath {
        besides = List.copyOf(besides);
    }

    /// @param folder against which relative places are resolved
    /// @param text as `java -cp` takes it: folders, jars, and `lib/*` for all jars of a folder
    public static ClassPath parse(Path folder, String text) {
        var places = new ArrayList<Path>();
        for (var place : text.split(File.pathSeparator)) {
            if (place.isBlank()) continue;
            if (place.strip().endsWith("*")) places.addAll(jars(folder.resolve(withoutStar(place))));
            else places.add(existing(folder.resolve(place.strip())));
        }
        return new ClassPath(places);
    }

    /// As the compiler and the JVM take it.
    String text() {
        return Stream.concat(
                        Stream.of(System.getProperty("java.class.path")),
                        besides.stream().map(Path::toString))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// What loads them.
    ClassLoader loader() {
        var own = ClassPath.class.getClassLoader();
        if (besides.isEmpty()) return own;
        return new URLClassLoader(besides.stream().map(ClassPath::url).toArray(URL[]::new), own);
    }

    /// Changes whenever one of the classes does, as far as sizes and times tell.
    String state() {
        return Stream.of(text().split(File.pathSeparator)).map(ClassPath::state).collect(Collectors.joining("\n"));
    }

    private static String state(String place) {
        var file = Path.of(place);
        if (!Files.isDirectory(file))
            return "%s %d %d".formatted(place, file.toFile().length(), lastModified(file));
        try (var classes = Files.walk(file)) {
            return place + " " + classes.mapToLong(ClassPath::lastModified).sum();
        } catch (IOException _) {
            return place;
        }
    }

    private static long lastModified(Path file) {
        return file.toFile().lastModified();
    }

    private static String withoutStar(String place) {
        return place.strip().substring(0, place.strip().length() - 1);
    }

    private static List<Path> jars(Path folder) {
        try (var files = Files.list(existing(folder))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw MigrationException.of("classpath: %s cannot be read".formatted(folder), failure);
        }
    }

    private static Path existing(Path place) {
        if (Files.exists(place)) return place;
        throw new MigrationException(
                "classpath names %s, which is not there: build your project first, or correct the line"
                        .formatted(place));
    }

    private static URL url(Path place) {
        try {
            return place.toUri().toURL();
        } catch (MalformedURLException failure) {
            throw new MigrationException("classpath: %s is no place".formatted(place), failure);
        }
    }
}
