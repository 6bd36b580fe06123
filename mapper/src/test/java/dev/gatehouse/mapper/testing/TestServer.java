package dev.gatehouse.mapper.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/// The PostgreSQL server of the tests: that of `DB_HOST` and its siblings in the environment, or else real
/// binaries from Maven, started once and stopped with the JVM.
///
/// @param database where to connect to make others
record TestServer(String host, int port, String user, String password, String database) {
    private static final TestServer RUNNING = fromEnvironment().orElseGet(TestServer::started);

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
            return here(startedPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int startedPort() throws IOException {
        try {
            return EmbeddedPostgres.builder()
                    .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                    .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .getPort();
        } catch (IOException | IllegalStateException refused) {
            if (!"root".equals(System.getProperty("user.name"))) throw refused;
            return OtherUserServer.start();
        }
    }

    private static TestServer here(int port) {
        return new TestServer("127.0.0.1", port, "postgres", "postgres", "postgres");
    }
}
