package dev.gatehouse.mapper.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/// The PostgreSQL server of the tests: that of `DB_HOST` and its siblings in the environment, or else real binaries
/// from Maven, started once and stopped with the JVM.
///
/// @param database where to connect to make others
record TestServer(String host, int port, String user, String password, String database) {
    /// Held here, since java.util.logging forgets loggers that nobody holds.
    private static final List<Logger> QUIET =
            Stream.of("io.zonky", "com.zaxxer.hikari").map(TestServer::quiet).toList();

    private static final TestServer RUNNING = fromEnvironment().orElseGet(TestServer::started);

    private static Logger quiet(String name) {
        var logger = Logger.getLogger(name);
        logger.setLevel(Level.SEVERE);
        return logger;
    }

    static TestServer running() {
        return RUNNING;
    }

    String url(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    /// Whether it was there before us and will be there after us.
    boolean isLasting() {
        return System.getenv("DB_HOST") != null;
    }

    private static Optional<TestServer> fromEnvironment() {
        var host = System.getenv("DB_HOST");
        return Optional.ofNullable(host)
                .map(it -> new TestServer(
                        it,
                        Integer.parseInt(environment("DB_PORT", "5432")),
                        environment("DB_USER", "postgres"),
                        environment("DB_PASS", ""),
                        environment("DB_NAME", "postgres")));
    }

    private static String environment(String name, String otherwise) {
        return System.getenv().getOrDefault(name, otherwise);
    }

    private static TestServer started() {
        try {
            var server = EmbeddedPostgres.builder()
                    .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                    .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new TestServer("localhost", server.getPort(), "postgres", "postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
