package dev.gatehouse.cli;

import dev.gatehouse.Main;
import dev.gatehouse.mapper.DatabaseSettings;
import dev.gatehouse.testing.ChildJvm;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// `gatehouse serve` as a process of its own, and somebody who calls it.
final class ServerProcess implements AutoCloseable {

    /// Cheap hashes: what is tried here is something else.
    private static final Map<String, String> GIVEN = Map.of("PORT", "0", "PASSWORD_COST", "m=64,t=1,p=1");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ChildJvm jvm;
    private final URI url;

    private ServerProcess(ChildJvm jvm) {
        this.jvm = jvm;
        var greeting = jvm.awaitLine(line -> line.contains(" at http://"));
        this.url = URI.create(greeting.substring(greeting.indexOf("http://")));
    }

    /// Returns when it has printed its address.
    static ServerProcess start(Path folder, Map<String, String> changes) {
        return new ServerProcess(launch(folder, changes));
    }

    /// Returns at once.
    static ChildJvm launch(Path folder, Map<String, String> changes) {
        var environment = new HashMap<>(GIVEN);
        environment.putAll(changes);
        return ChildJvm.start(folder, environment, Main.class.getName(), "serve", "--upgrade");
    }

    /// What an operator would set for it.
    static Map<String, String> variables(DatabaseSettings database) {
        return switch (database) {
            case DatabaseSettings.Sqlite _ -> Map.of();
            case DatabaseSettings.Postgres postgres ->
                Map.of(
                        "DB_HOST", String.join(",", postgres.hosts()),
                        "DB_PORT", Integer.toString(postgres.port()),
                        "DB_USER", postgres.user(),
                        "DB_PASS", postgres.password(),
                        "DB_NAME", postgres.database(),
                        "JWT_SECRET_KEY", "a key for tests only, forged by alice and bob in long evenings..");
        };
    }

    ChildJvm jvm() {
        return jvm;
    }

    int port() {
        return url.getPort();
    }

    Reply register(String email, String password) throws IOException {
        return post("/v1/accounts", Json.object("email", email, "password", password));
    }

    Reply signIn(String email, String password) throws IOException {
        return post("/v1/sign-in", Json.object("email", email, "password", password));
    }

    Reply post(String path, String json) throws IOException {
        return send(HttpRequest.newBuilder(url.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    Reply post(String path, String json, String accessToken) throws IOException {
        return send(HttpRequest.newBuilder(url.resolve(path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + accessToken)
                .POST(BodyPublishers.ofString(json)));
    }

    Reply get(String path, String accessToken) throws IOException {
        return send(HttpRequest.newBuilder(url.resolve(path)).header("Authorization", "Bearer " + accessToken));
    }

    Reply get(String path) throws IOException {
        return send(HttpRequest.newBuilder(url.resolve(path)));
    }

    private Reply send(HttpRequest.Builder request) throws IOException {
        try {
            return new Reply(http.send(request.build(), BodyHandlers.ofString()));
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        jvm.close();
    }
}
