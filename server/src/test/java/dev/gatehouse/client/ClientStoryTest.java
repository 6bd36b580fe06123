package dev.gatehouse.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.testing.Await;
import dev.gatehouse.testing.Caller;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.TestHouse;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Administrators register applications and look after them.
@EachDatabase
class ClientStoryTest {

    private final TestHouse house;
    private final Caller alice;

    ClientStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
        alice = house.administrator("alice").signedIn();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_client_is_registered_shown_changed_and_removed() {
        var made = register("charter");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.http().headers().firstValue("Location")).contains("/v1/clients/charter");
        assertThat(made.text("/client_secret")).startsWith("gate_secret_");

        var shown = alice.get("/v1/clients/charter");
        assertThat(shown.text("/client_name")).isEqualTo("Charter");
        assertThat(shown.text("/scope")).isEqualTo("openid email");
        assertThat(shown.http().body()).doesNotContain("client_secret\"");

        var changed = alice.patch("/v1/clients/charter", "{\"client_name\":\"The Charter\",\"scope\":\"openid\"}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(alice.get("/v1/clients/charter").text("/client_name")).isEqualTo("The Charter");
        assertThat(alice.get("/v1/clients/charter").text("/redirect_uris/0"))
                .isEqualTo("https://charter.example.com/callback");

        assertThat(alice.delete("/v1/clients/charter").status()).isEqualTo(204);
        assertThat(alice.get("/v1/clients/charter").refusal()).isEqualTo("404 no-such-client");
        assertThat(alice.delete("/v1/clients/charter").refusal()).isEqualTo("404 no-such-client");
        assertThat(alice.patch("/v1/clients/charter", "{}").refusal()).isEqualTo("404 no-such-client");
    }

    @Test
    void a_taken_name_is_refused() {
        register("charter");
        assertThat(register("charter").refusal()).isEqualTo("409 client-id-taken");
    }

    @Test
    void every_fault_is_named_at_its_field() {
        var reply = alice.post(
                "/v1/clients",
                Json.object(
                        "client_id",
                        "Charter!",
                        "client_name",
                        "Charter",
                        "grant_types",
                        List.of("authorization_code"),
                        "redirect_uris",
                        List.of("http://charter.example.com/callback", "https://*.example.com/")));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.http().body())
                .contains("/client_id", "/redirect_uris", "use https", "wildcards are not matched");
        assertThat(alice.get("/v1/clients").json().at("/clients")).isEmpty();
    }

    @Test
    void a_secret_is_replaced_and_the_last_one_stays_good_until_the_next_time() {
        var first = register("charter").text("/client_secret");
        var second = rotate(false);
        assertThat(isGood(first)).isTrue();
        assertThat(isGood(second)).isTrue();

        var third = rotate(false);
        assertThat(isGood(first)).isFalse();
        assertThat(isGood(second)).isTrue();

        var fourth = rotate(true);
        assertThat(isGood(third)).isFalse();
        assertThat(isGood(fourth)).isTrue();
    }

    @Test
    void a_proof_of_another_kind_than_agreed_is_none() {
        var secret = register("charter").text("/client_secret");
        assertThat(proves(Optional.empty(), "&client_id=charter&client_secret=" + secret))
                .isFalse();
        assertThat(proves(Optional.empty(), "&client_id=charter")).isFalse();
        assertThat(proves(Optional.of("other:" + secret), "")).isFalse();
    }

    @Test
    void a_client_that_turns_public_loses_its_secrets_and_gets_a_new_one_when_it_turns_back() {
        var secret = register("charter").text("/client_secret");
        alice.patch("/v1/clients/charter", "{\"token_endpoint_auth_method\":\"none\"}");
        assertThat(proves(Optional.empty(), "&client_id=charter")).isTrue();
        assertThat(alice.post("/v1/clients/charter/secret", "{}").refusal()).isEqualTo("409 client-has-no-secret");

        var back = alice.patch("/v1/clients/charter", "{\"token_endpoint_auth_method\":\"client_secret_basic\"}");
        assertThat(isGood(secret)).isFalse();
        assertThat(isGood(back.text("/client_secret"))).isTrue();
    }

    @Test
    void pages_follow_each_other_to_the_end() {
        for (var id : List.of("ccc", "aaa", "bbb")) register(id);
        var page = alice.get("/v1/clients?limit=2");
        assertThat(page.text("/clients/0/client_id")).isEqualTo("aaa");
        assertThat(page.text("/next")).isEqualTo("bbb");
        var last = alice.get("/v1/clients?limit=2&after=bbb");
        assertThat(last.text("/clients/0/client_id")).isEqualTo("ccc");
        assertThat(last.text("/next")).isEmpty();
    }

    @Test
    void only_administrators_come_in() {
        register("charter");
        var bob = house.person("bob").signedIn();
        assertThat(bob.get("/v1/clients").refusal()).isEqualTo("403 not-allowed");
        assertThat(bob.delete("/v1/clients/charter").refusal()).isEqualTo("403 not-allowed");
        assertThat(house.caller().get("/v1/clients").refusal()).isEqualTo("401 not-signed-in");
    }

    @Test
    void another_node_follows() {
        try (var neighbour = house.neighbour()) {
            register("charter");
            assertThat(nameAt(neighbour)).contains("Charter");
            alice.patch("/v1/clients/charter", "{\"client_name\":\"The Charter\"}");
            Await.until(() -> nameAt(neighbour).equals(Optional.of("The Charter")));
            alice.delete("/v1/clients/charter");
            Await.until(() -> nameAt(neighbour).isEmpty());
        }
    }

    private static Optional<String> nameAt(TestHouse node) {
        return node.house()
                .clients()
                .find(Tenant.MAIN, "charter")
                .map(client -> client.profile().name());
    }

    private Reply register(String id) {
        return alice.post(
                "/v1/clients",
                Json.object(
                        "client_id",
                        id,
                        "client_name",
                        "Charter",
                        "grant_types",
                        List.of("authorization_code", "refresh_token"),
                        "redirect_uris",
                        List.of("https://charter.example.com/callback"),
                        "scope",
                        "openid email"));
    }

    private String rotate(boolean only) {
        house.clock().pass(Duration.ofMinutes(1));
        return alice.post("/v1/clients/charter/secret", "{\"only\":" + only + "}")
                .text("/client_secret");
    }

    private boolean isGood(String secret) {
        return proves(Optional.of("charter:" + secret), "");
    }

    /// At a door where only the proof matters.
    private boolean proves(Optional<String> basic, String form) {
        var request = HttpRequest.newBuilder(house.url("/oauth2/revoke"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("token=unknown" + form));
        basic.ifPresent(pair ->
                request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8))));
        try {
            return house.http()
                            .send(request.build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode()
                    == 200;
        } catch (IOException | InterruptedException fault) {
            throw new AssertionError(fault);
        }
    }
}
