package dev.gatehouse.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A folder with a copy of the command, and around it a machine of our own making: `bin` is the whole `PATH`, so
/// that no test depends on which JDK or Maven this machine has.
record Place(Path root) {

    private static final String TOOLS = "cat cp cut env find grep head ln mkdir mv readlink rm sed sleep";

    /// What a command answered.
    record Answer(int status, String out, String err) {}

    static Place packed(Path root) {
        var place = bare(root);
        place.write("house/gatehouse.jar", "");
        return place;
    }

    static Place checkout(Path root) {
        var place = bare(root);
        copy(repository().resolve("scripts/build.sh"), place.file("house/scripts/build.sh"));
        for (var source : List.of("pom.xml", "LICENSE", ".mvn/jvm.config", "server/pom.xml", "server/src/main/A.java"))
            place.write("house/" + source, "");
        return place;
    }

    static Place bare(Path root) {
        try {
            var place = new Place(root.toRealPath());
            copy(repository().resolve("gatehouse"), place.file("house/gatehouse"));
            for (var tool : TOOLS.split(" ")) place.program("bin/" + tool, "exec " + find(tool) + " \"$@\"");
            return place;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A JDK that tells its name, the folder it was started in and its arguments, a line each.
    Path jdk(String name, String version) {
        write(name + "/release", "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        program(name + "/bin/javac", "exit 0");
        program(name + "/bin/java", "printf '%s\\n' " + name + " \"$PWD\" \"$@\"");
        return root.resolve(name);
    }

    void program(String path, String script) {
        write(path, "#!" + find("sh") + "\n" + script + "\n");
        file(path).toFile().setExecutable(true);
    }

    void write(String path, String text) {
        try {
            Files.writeString(file(path), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String path) {
        try {
            return Files.readString(root.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String path) {
        return Files.exists(root.resolve(path));
    }

    /// All of the place becomes an hour old, so that what a test touches next is newer without waiting.
    void age() {
        var anHourAgo = FileTime.from(Instant.now().minusSeconds(3600));
        try (Stream<Path> all = Files.walk(root)) {
            for (var path : all.toList()) Files.setLastModifiedTime(path, anHourAgo);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer run(Map<String, String> environment, String... arguments) {
        return finish(start(environment, arguments));
    }

    Process start(Map<String, String> environment, String... arguments) {
        var command = new ArrayList<>(List.of(root.resolve("house/gatehouse").toString()));
        command.addAll(List.of(arguments));
        var builder =
                new ProcessBuilder(command).directory(file("work/.").getParent().toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", root.resolve("bin").toString(), "HOME", root.toString()));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Answer finish(Process process) {
        try {
            process.getOutputStream().close();
            var out = new String(process.getInputStream().readAllBytes(), UTF_8);
            var err = new String(process.getErrorStream().readAllBytes(), UTF_8);
            return new Answer(process.waitFor(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A path in the place, whose folder exists.
    private Path file(String path) {
        var file = root.resolve(path);
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static Path find(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this machine has no " + tool));
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
            to.toFile().setExecutable(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Maven runs tests in the module's folder, an editor perhaps in the root.
    private static Path repository() {
        var here = Path.of("").toAbsolutePath();
        return Optional.of(here)
                .filter(folder -> Files.exists(folder.resolve("gatehouse")))
                .orElse(here.getParent());
    }
}
