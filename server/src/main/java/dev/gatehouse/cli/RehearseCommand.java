package dev.gatehouse.cli;

import dev.gatehouse.House;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.client.AuthenticationMethod;
import dev.gatehouse.client.ClientChange;
import dev.gatehouse.client.ClientProfile;
import dev.gatehouse.client.Clients;
import dev.gatehouse.client.GrantType;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.revision.Tables;
import dev.gatehouse.secret.CryptoProvider;
import dev.gatehouse.settings.SettingsReader;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.web.Server;
import dev.gatehouse.web.observe.Logs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Starts the server on a free port with a database of its own, goes through its main requests, and stops; or
/// goes through the verbs for migrations. The build runs both while the JVM writes down what a start needs
/// (the AOT caches).
@Command(name = "rehearse", hidden = true, mixinStandardHelpOptions = true)
final class RehearseCommand implements Runnable {

    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final String CREDENTIALS =
            "{\"email\":\"rehearsal@example.com\",\"password\":\"the curtain has not risen yet\"}";

    private static final String REDIRECT = "http://127.0.0.1/rehearsal";
    private static final String AUTHORIZE = "/oauth2/authorize?response_type=code&client_id=rehearsal&scope=openid"
            + "&redirect_uri=" + REDIRECT + "&code_challenge_method=S256"
            + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    enum Part {
        serve,
        verbs
    }

    @Parameters(paramLabel = "PART", description = "serve or verbs")
    private Part part;

    @Override
    public void run() {
        var folder = temporaryFolder();
        try {
            switch (part) {
                case serve -> rehearse(folder);
                case verbs -> rehearseVerbs(folder);
            }
        } finally {
            remove(folder);
        }
    }

    private static void rehearseVerbs(Path folder) {
        var settings = SettingsReader.read(folder, Map.of());
        try (var database = Database.open(settings.database())) {
            new Schema(settings, database).prepare(false);
            new Schema(settings, database).migrations().compare(Tables.ALL);
        }
        RehearsedVerbs.in(folder.resolve("db"));
    }

    private static void rehearse(Path folder) {
        Server.prepare();
        CryptoProvider.startInstalling();
        var settings = SettingsReader.read(folder, Map.of("PORT", "0"));
        Logs.configure(settings.logFormat());
        try (var database = Database.open(settings.database())) {
            new Schema(settings, database).prepare(false);
            try (var house = new House(settings, database, InstantSource.system());
                    var server = house.openSoon();
                    var client = HttpClient.newHttpClient()) {
                var stage = new Stage(client, server.url());
                stage.send("POST", "/v1/accounts", CREDENTIALS, "");
                var token = ACCESS_TOKEN.matcher(stage.send("POST", "/v1/sign-in", CREDENTIALS, ""));
                if (!token.find()) throw new CommandFailure("The rehearsal got no access token.");
                stage.send("GET", "/v1/me", "", token.group(1));
                stage.send("GET", "/.well-known/openid-configuration", "", "");
                stage.send("GET", "/oauth2/jwks", "", "");
                stage.send("GET", "/sign-in", "", "");
                playClient(house.clients(), stage);
                stage.send("GET", "/openapi.json", "", "");
                stage.send("GET", "/docs", "", "");
                stage.send("GET", "/health/ready", "", "");
            }
        }
    }

    private static void playClient(Clients clients, Stage stage) {
        var profile = new ClientProfile(
                "Rehearsal",
                AuthenticationMethod.CLIENT_SECRET_POST,
                Set.of(GrantType.CLIENT_CREDENTIALS, GrantType.AUTHORIZATION_CODE),
                new LinkedHashSet<>(Set.of(REDIRECT)),
                new LinkedHashSet<>(Set.of("openid")),
                new LinkedHashSet<>(),
                true,
                true);
        var change = clients.register(Tenant.MAIN, Optional.of("rehearsal"), profile, Origin.COMMAND_LINE);
        if (!(change instanceof ClientChange.Done(var _, var secret)))
            throw new CommandFailure("The rehearsal got no client: " + change);
        var proof = "&client_id=rehearsal&client_secret=" + secret.orElseThrow().value();
        var token = ACCESS_TOKEN.matcher(stage.sendForm("/oauth2/token", "grant_type=client_credentials" + proof));
        if (!token.find()) throw new CommandFailure("The rehearsal's client got no access token.");
        stage.sendForm("/oauth2/introspect", "token=" + token.group(1) + proof);
        stage.send("GET", AUTHORIZE, "", "");
    }

    private record Stage(HttpClient client, URI url) {

        String send(String method, String path, String body, String token) {
            return answer(method, path, "application/json", body, "Authorization", "Bearer " + token);
        }

        String sendForm(String path, String form) {
            return answer("POST", path, "application/x-www-form-urlencoded", form);
        }

        private String answer(String method, String path, String type, String body, String... headers) {
            var builder = HttpRequest.newBuilder(url.resolve(path)).header("Content-Type", type);
            if (headers.length > 0) builder.headers(headers);
            var request = builder.timeout(Duration.ofSeconds(30))
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .build();
            try {
                var answer = client.send(request, BodyHandlers.ofString());
                if (answer.statusCode() >= 400)
                    throw new CommandFailure("The rehearsal failed: " + method + " " + path + " answered "
                            + answer.statusCode() + " " + answer.body());
                return answer.body();
            } catch (IOException fault) {
                throw new UncheckedIOException("The rehearsal failed: " + method + " " + path + ": " + fault, fault);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new CommandFailure("The rehearsal was interrupted.");
            }
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("gatehouse-rehearsal");
        } catch (IOException fault) {
            throw new UncheckedIOException("No temporary folder: " + fault.getMessage(), fault);
        }
    }

    private static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        } catch (IOException fault) {
            throw new UncheckedIOException("Cannot remove " + folder + ": " + fault.getMessage(), fault);
        }
    }
}
