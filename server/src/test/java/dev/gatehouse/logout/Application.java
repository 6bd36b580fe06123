package dev.gatehouse.logout;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.client.AuthenticationMethod;
import dev.gatehouse.client.ClientChange;
import dev.gatehouse.client.ClientMember;
import dev.gatehouse.client.ClientProfile;
import dev.gatehouse.client.GrantType;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.testing.Browser;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.TestHouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;

/// An application with a server of its own on loopback: people sign in at it, and it hears when they have signed out.
final class Application implements AutoCloseable {

    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private final TestHouse house;
    private final String id;
    private final HttpServer server;
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private final Queue<String> framed = new ConcurrentLinkedQueue<>();
    private volatile IntSupplier answers = () -> 200;

    private Application(TestHouse house, String id) {
        this.house = house;
        this.id = id;
        this.server = listening();
        server.createContext("/heard", this::hear);
        server.createContext("/framed", this::load);
        server.createContext("/bye", exchange -> page(exchange, "<h1>Bye from " + id + "</h1>"));
        server.start();
    }

    /// One that belongs to whoever runs the house, and is told by the back channel.
    static Application register(TestHouse house, String id) {
        var application = new Application(house, id);
        application.registered(true, ClientMember.BACKCHANNEL_LOGOUT_URI, "/heard");
        return application;
    }

    /// One that is told in the browser.
    static Application framed(TestHouse house, String id) {
        var application = new Application(house, id);
        application.registered(true, ClientMember.FRONTCHANNEL_LOGOUT_URI, "/framed?from=" + id);
        return application;
    }

    /// One that people have to allow to see who they are.
    static Application foreign(TestHouse house, String id) {
        var application = new Application(house, id);
        application.registered(false, ClientMember.BACKCHANNEL_LOGOUT_URI, "/heard");
        return application;
    }

    private void registered(boolean isFirstParty, ClientMember channel, String path) {
        var profile = new ClientProfile(
                        "The " + id,
                        AuthenticationMethod.NONE,
                        Set.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN),
                        new LinkedHashSet<>(List.of(redirectUri())),
                        new LinkedHashSet<>(List.of("openid", "email", "offline_access", "read")),
                        new LinkedHashSet<>(),
                        true,
                        isFirstParty)
                .with(ClientMember.POST_LOGOUT_REDIRECT_URIS, afterwards() + " " + afterwards() + "?lang=en")
                .with(ClientMember.FRONTCHANNEL_LOGOUT_SESSION_REQUIRED, "true")
                .with(channel, url(path));
        change(house.house().clients().register(Tenant.MAIN, Optional.of(id), profile, Origin.COMMAND_LINE));
    }

    /// Says something else of it.
    void say(ClientMember member, String text) {
        change(house.house()
                .clients()
                .change(Tenant.MAIN, id, profile -> profile.with(member, text), Origin.COMMAND_LINE));
    }

    private static void change(ClientChange change) {
        if (!(change instanceof ClientChange.Done)) throw new AssertionError(change.toString());
    }

    String id() {
        return id;
    }

    String afterwards() {
        return url("/bye");
    }

    /// The logout tokens that came, in their order.
    List<String> heard() {
        return List.copyOf(heard);
    }

    /// The queries with which a browser has loaded it in a frame.
    List<String> framed() {
        return List.copyOf(framed);
    }

    /// How it answers from now on; it may take its time.
    void answers(IntSupplier status) {
        answers = status;
    }

    /// A person signs in at it, on our pages where that is needed.
    ///
    /// @return the tokens
    Reply signIn(Browser browser, Person person, String scope) {
        var page = browser.open(ask(scope));
        if (page.http().body().contains("current-password")) page = browser.signIn(page, person);
        if (page.http().body().contains("name=\"decision\"")) page = browser.allow(page);
        return redeem(page);
    }

    /// Whether it would have to ask the person who it is.
    boolean knowsNobody(Browser browser) {
        return browser.open(ask("openid") + "&prompt=none")
                .header("Location")
                .orElseThrow()
                .contains("error=login_required");
    }

    String ask(String scope) {
        return "/oauth2/authorize?response_type=code&client_id=" + id + "&scope=" + scope.replace(" ", "+")
                + "&code_challenge_method=S256&code_challenge=" + CHALLENGE + "&redirect_uri="
                + URLEncoder.encode(redirectUri(), UTF_8);
    }

    private Reply redeem(Reply answer) {
        var location = answer.header("Location").orElseThrow(() -> new AssertionError(answer.toString()));
        var code = location.replaceAll(".*[?&]code=([^&]+).*", "$1");
        var form = "grant_type=authorization_code&client_id=" + id + "&code=" + code + "&code_verifier=" + VERIFIER
                + "&redirect_uri=" + URLEncoder.encode(redirectUri(), UTF_8);
        var request = HttpRequest.newBuilder(house.url("/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try {
            var reply = new Reply(house.http().send(request, BodyHandlers.ofString()));
            if (reply.status() != 200) throw new AssertionError(reply.toString());
            return reply;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    /// The `sid` of an ID token.
    static String sid(Reply tokens) {
        return claims(tokens.text("/id_token")).get("sid").asText();
    }

    static com.fasterxml.jackson.databind.JsonNode claims(String jwt) {
        return Json.read(new String(java.util.Base64.getUrlDecoder().decode(jwt.split("\\.")[1]), UTF_8));
    }

    private void hear(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        heard.add(body.replaceFirst("^logout_token=", ""));
        exchange.sendResponseHeaders(answers.getAsInt(), -1);
        exchange.close();
    }

    private void load(HttpExchange exchange) throws IOException {
        framed.add(exchange.getRequestURI().getRawQuery());
        page(exchange, "<p>out</p>");
    }

    private static void page(HttpExchange exchange, String html) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        try (var out = exchange.getResponseBody()) {
            out.write(("<!doctype html><title>x</title>" + html).getBytes(UTF_8));
        }
    }

    private String redirectUri() {
        return url("/back");
    }

    String url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path)
                .toString();
    }

    private static HttpServer listening() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            return server;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
