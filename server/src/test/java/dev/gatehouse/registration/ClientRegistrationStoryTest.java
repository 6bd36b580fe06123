package dev.gatehouse.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.client.ClientInformation;
import com.nimbusds.openid.connect.sdk.rp.OIDCClientInformationResponse;
import com.nimbusds.openid.connect.sdk.rp.OIDCClientMetadata;
import com.nimbusds.openid.connect.sdk.rp.OIDCClientRegistrationRequest;
import com.nimbusds.openid.connect.sdk.rp.OIDCClientRegistrationResponseParser;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.settings.Variable;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.testing.Caller;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Race;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.TestHouse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Applications register themselves, as far as the settings let them.
@EachDatabase
class ClientRegistrationStoryTest {

    private static final String DOOR = "/oauth2/register";
    private static final String CALLBACK = "https://charter.example.com/callback";

    private final TestHouse house;
    private final Caller stranger;

    ClientRegistrationStoryTest(TestDatabase on) {
        house = TestHouse.on(on, Map.of(Variable.CLIENT_REGISTRATION, "open"));
        stranger = house.caller();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void there_is_no_door_unless_the_settings_open_one() {
        house.restart(Map.of(Variable.CLIENT_REGISTRATION, "off"));
        assertThat(stranger.post(DOOR, charter()).status()).isEqualTo(404);
        assertThat(metadata()).doesNotContain("registration_endpoint");
    }

    @Test
    void a_client_of_the_nimbus_library_registers_itself_and_reads_what_it_is() throws Exception {
        var said = new OIDCClientMetadata();
        said.setRedirectionURI(URI.create(CALLBACK));
        said.setName("Charter");
        said.setGrantTypes(Set.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN));
        said.setPostLogoutRedirectionURIs(Set.of(URI.create("https://charter.example.com/bye")));
        var answer = OIDCClientRegistrationResponseParser.parse(
                new OIDCClientRegistrationRequest(house.url(DOOR), said, null)
                        .toHTTPRequest()
                        .send());
        assertThat(answer.indicatesSuccess()).isTrue();
        var client = ((OIDCClientInformationResponse) answer).getOIDCClientInformation();
        assertThat(client.getOIDCMetadata().getName()).isEqualTo("Charter");
        assertThat(client.getOIDCMetadata().getPostLogoutRedirectionURIs()).hasSize(1);
        assertThat(client.getSecret().getExpirationDate()).as("never").isNull();
        assertThat(client.getRegistrationURI()).hasPath(DOOR + "/" + client.getID());
        assertThat(metadata()).contains("registration_endpoint");

        var shown = own(client).get(DOOR + "/" + client.getID());
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.text("/registration_access_token"))
                .isEqualTo(client.getRegistrationAccessToken().getValue());
        assertThat(shown.http().body()).doesNotContain("client_secret\"");
    }

    @Test
    void what_is_not_said_is_as_the_specification_has_it() {
        var made = stranger.post(DOOR, Json.object("redirect_uris", List.of(CALLBACK), "colour", "green"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("/token_endpoint_auth_method")).isEqualTo("client_secret_basic");
        assertThat(made.text("/grant_types/0")).isEqualTo("authorization_code");
        assertThat(made.text("/scope")).isEqualTo("openid profile email offline_access");
        assertThat(made.text("/client_name")).isEqualTo("charter.example.com");
        assertThat(made.json().at("/client_secret_expires_at").asLong(-1)).isZero();
        assertThat(made.json().at("/client_id_issued_at").asLong())
                .isEqualTo(house.clock().instant().getEpochSecond());
    }

    @Test
    void scopes_that_are_not_to_be_had_are_left_out() {
        var made = stranger.post(
                DOOR, Json.object("redirect_uris", List.of(CALLBACK), "scope", "openid phone reports:write"));
        assertThat(made.text("/scope")).isEqualTo("openid");
    }

    @Test
    void what_only_an_administrator_gives_is_refused() {
        for (var said : List.of(
                Map.entry("first_party", (Object) true),
                Map.entry("require_pkce", (Object) false),
                Map.entry("resources", (Object) List.of("https://api.example.com/")),
                Map.entry("token_exchange", (Object) List.of("impersonation")))) {
            var refused = stranger.post(
                    DOOR, Json.object("redirect_uris", List.of(CALLBACK), said.getKey(), said.getValue()));
            assertThat(error(refused)).as(said.getKey()).isEqualTo("400 invalid_client_metadata");
            assertThat(refused.text("/error_description")).contains(said.getKey(), "administrator");
        }
        assertThat(house.house().clients().list(Tenant.MAIN, Optional.empty(), 10))
                .isEmpty();
    }

    @Test
    void the_words_for_a_refusal_are_those_of_the_specification() {
        assertThat(error(stranger.post(DOOR, Json.object("redirect_uris", List.of("http://charter.example.com/")))))
                .isEqualTo("400 invalid_redirect_uri");
        assertThat(error(stranger.post(
                        DOOR, Json.object("redirect_uris", List.of(CALLBACK), "grant_types", List.of("implicit")))))
                .isEqualTo("400 invalid_client_metadata");
        assertThat(error(stranger.post(DOOR, "{\"redirect_uris\":7}"))).isEqualTo("400 invalid_client_metadata");
        assertThat(stranger.post(DOOR, "{").status()).isEqualTo(400);
    }

    @Test
    void a_client_says_everything_anew_and_what_it_leaves_out_is_taken_back() {
        var made = stranger.post(
                DOOR,
                Json.object(
                        "redirect_uris", List.of(CALLBACK),
                        "client_name", "Charter",
                        "client_uri", "https://charter.example.com/"));
        var id = made.text("/client_id");
        var itself = stranger.with(made.text("/registration_access_token"));

        var changed = itself.put(
                DOOR + "/" + id,
                Json.object("client_id", id, "redirect_uris", List.of(CALLBACK), "client_name", "The Charter"));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("/client_name")).isEqualTo("The Charter");
        assertThat(changed.json().has("client_uri")).isFalse();
        assertThat(error(itself.put(DOOR + "/" + id, Json.object("client_id", "other", "client_name", "x"))))
                .isEqualTo("400 invalid_client_metadata");
        assertThat(error(itself.put(
                        DOOR + "/" + id,
                        Json.object("client_id", id, "redirect_uris", List.of(CALLBACK), "first_party", true))))
                .isEqualTo("400 invalid_client_metadata");
    }

    @Test
    void a_client_keeps_what_an_administrator_gave_it_when_it_speaks_for_itself() {
        var made = stranger.post(DOOR, charter());
        var id = made.text("/client_id");
        var admin = house.administrator("alice").signedIn();
        admin.patch("/v1/clients/" + id, "{\"first_party\":true,\"scope\":\"openid reports:read\"}");

        var changed = stranger.with(made.text("/registration_access_token"))
                .put(
                        DOOR + "/" + id,
                        Json.object(
                                "client_id", id, "redirect_uris", List.of(CALLBACK), "scope", "openid reports:read x"));
        assertThat(changed.text("/scope")).isEqualTo("openid reports:read");
        assertThat(admin.get("/v1/clients/" + id).json().at("/first_party").asBoolean())
                .isTrue();
    }

    @Test
    void nobody_else_looks_after_a_client() {
        var made = stranger.post(DOOR, charter());
        var other = stranger.post(DOOR, charter());
        var path = DOOR + "/" + made.text("/client_id");
        var somebody = stranger.with(other.text("/registration_access_token"));
        assertThat(error(somebody.get(path))).isEqualTo("401 invalid_token");
        assertThat(error(somebody.delete(path))).isEqualTo("401 invalid_token");
        assertThat(error(stranger.get(path))).isEqualTo("401 invalid_token");
        assertThat(somebody.put(path, charter()).status()).isEqualTo(401);
    }

    @Test
    void a_client_removes_itself_and_is_gone() {
        var made = stranger.post(DOOR, charter());
        var itself = stranger.with(made.text("/registration_access_token"));
        var path = DOOR + "/" + made.text("/client_id");
        assertThat(itself.delete(path).status()).isEqualTo(204);
        assertThat(itself.get(path).status()).isEqualTo(401);
    }

    @Test
    void an_initial_access_token_is_good_as_often_as_it_says() {
        house.restart(Map.of(Variable.CLIENT_REGISTRATION, "token"));
        var uninvited = stranger.post(DOOR, charter());
        assertThat(error(uninvited)).isEqualTo("401 invalid_token");
        assertThat(uninvited.header("WWW-Authenticate")).hasValue("Bearer");

        var invited = stranger.with(
                house.house().registrations().invite(Tenant.MAIN, 2, Duration.ofDays(1), Origin.COMMAND_LINE));
        assertThat(error(invited.post(DOOR, Json.object("redirect_uris", List.of("ftp:x")))))
                .as("a refused wish uses nothing up")
                .isEqualTo("400 invalid_redirect_uri");
        var outcomes = Race.of(50, _ -> invited.post(DOOR, charter()).status());
        assertThat(outcomes)
                .containsOnly(201, 401)
                .filteredOn(status -> status == 201)
                .hasSize(2);
        assertThat(house.house().clients().list(Tenant.MAIN, Optional.empty(), 100))
                .hasSize(2);
    }

    @Test
    void who_may_not_register_makes_us_call_nobody() throws IOException {
        var settings = Map.of(Variable.CLIENT_REGISTRATION, "token", Variable.OUTBOUND_PRIVATE_ADDRESSES, "allowed");
        house.restart(settings);
        try (var host = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            host.setSoTimeout(1);
            var wish = Json.object(
                    "redirect_uris",
                    List.of(CALLBACK),
                    "sector_identifier_uri",
                    "https://localhost:" + host.getLocalPort() + "/sector");
            assertThat(error(stranger.with("gate_initial_nonsense").post(DOOR, wish)))
                    .isEqualTo("401 invalid_token");
            assertThatThrownBy(host::accept).isInstanceOf(SocketTimeoutException.class);

            house.restart(Map.of(Variable.CLIENT_REGISTRATION, "open"));
            for (var i = 0; i < 30; i++) stranger.post(DOOR, charter());
            assertThat(error(stranger.post(DOOR, wish))).isEqualTo("429 too_many_clients");
            assertThatThrownBy(host::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void an_initial_access_token_ends() {
        house.restart(Map.of(Variable.CLIENT_REGISTRATION, "token"));
        var invited = stranger.with(
                house.house().registrations().invite(Tenant.MAIN, 2, Duration.ofDays(1), Origin.COMMAND_LINE));
        house.clock().pass(Duration.ofDays(1));
        assertThat(invited.post(DOOR, charter()).status()).isEqualTo(401);
    }

    @Test
    void one_network_registers_thirty_an_hour() {
        for (var i = 0; i < 30; i++)
            assertThat(stranger.post(DOOR, charter()).status()).isEqualTo(201);
        var refused = stranger.post(DOOR, charter());
        assertThat(error(refused)).isEqualTo("429 too_many_clients");
        assertThat(refused.header("Retry-After")).isPresent();
        assertThat(house.caller().post(DOOR, charter()).status()).isEqualTo(201);
        house.clock().pass(Duration.ofHours(1));
        assertThat(stranger.post(DOOR, charter()).status()).isEqualTo(201);
    }

    @Test
    void of_fifty_who_come_from_one_network_at_once_thirty_are_registered() {
        var outcomes = Race.of(50, _ -> stranger.post(DOOR, charter()).status());
        assertThat(outcomes)
                .containsOnly(201, 429)
                .filteredOn(status -> status == 201)
                .hasSize(30);
    }

    private static String charter() {
        return Json.object("client_name", "Charter", "redirect_uris", List.of(CALLBACK));
    }

    private Caller own(ClientInformation client) {
        return stranger.with(client.getRegistrationAccessToken().getValue());
    }

    private String metadata() {
        return stranger.get("/.well-known/openid-configuration").http().body();
    }

    private static String error(Reply reply) {
        return reply.status() + " " + reply.text("/error");
    }
}
