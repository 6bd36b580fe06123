package dev.gatehouse.conformance;

import static dev.gatehouse.testing.PlainClient.through;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.settings.Variable;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.testing.Browser;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.PlainClient;
import dev.gatehouse.testing.Race;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.Signer;
import dev.gatehouse.testing.TestHouse;
import dev.gatehouse.testing.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whatever is good once is good once for all nodes together: fifty at the same moment, half of them at each of two.
@EachDatabase
class RaceStoryTest {

    private static final int RUNNERS = 50;

    private final TestHouse here;
    private final TestHouse there;
    private final Person bob;
    private final Browser browser;
    private final PlainClient client;

    RaceStoryTest(TestDatabase on) {
        here = TestHouse.on(on, Map.of(Variable.CLIENT_REGISTRATION, "open", Variable.PKCE_REQUIRED, "public"));
        there = here.neighbour();
        bob = here.person("bob");
        browser = new Browser(here);
        client = PlainClient.registered(here);
    }

    @AfterEach
    void close() {
        there.close();
        here.close();
    }

    @Test
    void one_redeems_a_code() {
        var code = client.code(browser, bob);
        var replies = Race.of(RUNNERS, number -> client.at(node(number)).redeem(code));
        assertThat(replies).extracting(Reply::status).containsOnlyOnce(200);
        assertThat(replies.stream().filter(reply -> reply.status() != 200))
                .extracting(RaceStoryTest::outcome)
                .containsOnly("400 invalid_grant");
    }

    @Test
    void one_proves_itself_with_an_assertion() throws Exception {
        var key = new ECKeyGenerator(Curve.P_256).keyID("one").generate();
        var made = here.administrator("alice")
                .signedIn()
                .post(
                        "/v1/clients",
                        Json.object(
                                "client_id", "signer",
                                "client_name", "The signer",
                                "token_endpoint_auth_method", "private_key_jwt",
                                "jwks", new JWKSet(key.toPublicJWK()).toJSONObject(),
                                "grant_types", List.of("client_credentials"),
                                "scope", "read"));
        var shown = new Signer("signer", key, JWSAlgorithm.ES256, here.clock()).parameters();
        var signer = PlainClient.of(here, made).proving(() -> shown);
        var replies =
                Race.of(RUNNERS, number -> signer.at(node(number)).token(Map.of("grant_type", "client_credentials")));
        assertThat(replies).filteredOn(reply -> reply.status() == 200).hasSize(1);
        assertThat(replies.stream().filter(reply -> reply.status() != 200))
                .extracting(RaceStoryTest::outcome)
                .containsOnly("401 invalid_client");
    }

    @Test
    void one_is_answered_under_a_reference() {
        client.code(browser, bob);
        var reference = client.post("/oauth2/par", client.request()).text("/request_uri");
        var address = "/oauth2/authorize?client_id=" + client.id() + "&request_uri=" + reference;
        var replies = Race.of(RUNNERS, number -> browser.at(node(number)).open(address));
        assertThat(replies).extracting(Reply::status).containsOnly(303, 400).containsOnlyOnce(303);
    }

    @Test
    void one_is_answered_on_a_ticket() {
        var waiting = Visitor.hidden(client.open(browser)).get("ticket");
        client.code(browser, bob);
        var address = "/oauth2/authorize/resume?ticket=" + waiting;
        var replies = Race.of(RUNNERS, number -> browser.at(node(number)).open(address));
        assertThat(replies).extracting(Reply::status).containsOnly(303, 400).containsOnlyOnce(303);
    }

    @Test
    void all_get_the_same_successor_of_a_refresh_token() {
        var first = through(browser, client.open(browser, "scope", "openid offline_access"), bob);
        var token = client.redeem(PlainClient.codeOf(first)).text("/refresh_token");
        var replies = Race.of(RUNNERS, number -> client.at(node(number)).refresh(token));
        assertThat(replies).extracting(Reply::status).containsOnly(200);
        assertThat(replies.stream().map(reply -> reply.text("/refresh_token")).distinct())
                .hasSize(1)
                .doesNotContain(token);
        here.clock().pass(Duration.ofSeconds(30));
        var late = Race.of(RUNNERS, number -> client.at(node(number)).refresh(token));
        assertThat(late).extracting(RaceStoryTest::outcome).containsOnly("400 invalid_grant");
    }

    @Test
    void one_registers_with_an_initial_access_token_for_one() {
        here.restart(Map.of(Variable.CLIENT_REGISTRATION, "token"));
        try (var neighbour = here.neighbour()) {
            var invitation =
                    here.house().registrations().invite(Tenant.MAIN, 1, Duration.ofDays(1), Origin.COMMAND_LINE);
            var said = Json.object("redirect_uris", List.of(PlainClient.CALLBACK));
            var replies = Race.of(
                    RUNNERS,
                    number -> (number % 2 == 0 ? here : neighbour)
                            .caller()
                            .with(invitation)
                            .post("/oauth2/register", said)
                            .status());
            assertThat(replies).containsOnly(201, 401).containsOnlyOnce(201);
        }
    }

    /// The whole answer where it is none that was to be expected.
    private static String outcome(Reply reply) {
        var error = reply.text("/error");
        return error.isEmpty() ? reply.toString() : reply.status() + " " + error;
    }

    private TestHouse node(int number) {
        return number % 2 == 0 ? here : there;
    }
}
