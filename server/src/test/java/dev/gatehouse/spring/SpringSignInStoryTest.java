package dev.gatehouse.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testing.Await;
import dev.gatehouse.testing.Browser;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.TestHouse;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/// People sign in at an application of Spring Security, which finds everything by discovery and judges all we say.
class SpringSignInStoryTest {

    private final TestHouse house = SpringHouse.open();
    private final Person bob = house.person("bob");
    private final Browser atHouse = new Browser(house);
    private final HttpClient atApplication =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private final int port = SpringHouse.freePort();

    private SpringApplication application;
    private ClientRegistration registration;

    @BeforeEach
    void register(@TempDir Path folder) {
        var reply = house.administrator("alice")
                .signedIn()
                .post(
                        "/v1/clients",
                        Json.object(
                                "client_id", "charter",
                                "client_name", "Charter",
                                "grant_types", List.of("authorization_code", "refresh_token"),
                                "redirect_uris", List.of(url("/login/oauth2/code/gatehouse")),
                                "post_logout_redirect_uris", List.of(url("/bye")),
                                "backchannel_logout_uri", url("/logout/connect/back-channel/gatehouse"),
                                "scope", "openid profile email"));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        registration = ClientRegistrations.fromIssuerLocation(house.url("").toString())
                .registrationId("gatehouse")
                .clientId("charter")
                .clientSecret(reply.text("/client_secret"))
                .scope("openid", "profile", "email")
                .build();
        application = new SpringApplication(port, folder, registration);
    }

    @AfterEach
    void close() {
        application.close();
        atApplication.close();
        house.close();
    }

    @Test
    void discovery_tells_it_how_a_client_proves_itself_and_who_says_what_the_name_is() {
        assertThat(registration.getClientAuthenticationMethod().getValue()).isEqualTo("client_secret_basic");
        assertThat(registration.getProviderDetails().getConfigurationMetadata())
                .containsEntry("issuer", house.url("").toString())
                .containsKeys("end_session_endpoint", "userinfo_endpoint", "introspection_endpoint");
    }

    @Test
    void a_person_signs_in_at_it() {
        signIn();
        assertThat(get("/me").http().body())
                .startsWith(bob.id() + " " + bob.email())
                .contains("email_verified");
    }

    @Test
    void a_person_who_signs_out_there_is_signed_out_here_and_comes_back() {
        signIn();
        var leaving = get("/logout");
        var token = leaving.http().body().replaceFirst("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
        var sentHere = post("/logout", "_csrf=" + token);
        assertThat(sentHere).startsWith(house.url("/oauth2/logout").toString()).contains("id_token_hint=");

        assertThat(atHouse.open(sentHere).header("Location")).contains(url("/bye"));
        assertThat(get("/me").status()).isEqualTo(302);
        assertThat(atHouse.open(authorization()).http().body()).contains("current-password");
    }

    @Test
    void a_session_that_ends_here_ends_there() {
        signIn();
        bob.endSessions();
        Await.until(() -> get("/me").status() == 302);
    }

    private void signIn() {
        var page = atHouse.open(authorization());
        var asked = atHouse.signIn(page, bob);
        var answered = atHouse.allow(asked);
        assertThat(get(URI.create(answered.header("Location").orElseThrow())).header("Location"))
                .hasValueSatisfying(next -> assertThat(next).contains("/me"));
    }

    /// Where it sends the browser of somebody whom it does not know.
    private String authorization() {
        assertThat(get("/me").header("Location"))
                .hasValueSatisfying(at -> assertThat(at).endsWith("/oauth2/authorization/gatehouse"));
        return get("/oauth2/authorization/gatehouse").header("Location").orElseThrow();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private Reply get(String path) {
        return get(URI.create(url(path)));
    }

    private Reply get(URI uri) {
        return send(HttpRequest.newBuilder(uri).header("Accept", "text/html").GET());
    }

    private String post(String path, String form) {
        return send(HttpRequest.newBuilder(URI.create(url(path)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)))
                .header("Location")
                .orElseThrow();
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            return new Reply(atApplication.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException | InterruptedException fault) {
            throw new AssertionError(fault);
        }
    }
}
