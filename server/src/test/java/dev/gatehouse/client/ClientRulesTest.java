package dev.gatehouse.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a client must not be.
class ClientRulesTest {

    private static final ClientProfile WEB_APP = new ClientProfile(
            "Charter",
            AuthenticationMethod.CLIENT_SECRET_BASIC,
            Set.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN),
            set("https://charter.example.com/callback"),
            set("openid", "email"),
            set("https://api.example.com/"),
            true,
            false);

    @Test
    void an_ordinary_web_application_is_fine() {
        assertThat(WEB_APP.faults()).isEmpty();
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        var client = new ClientProfile(
                " ",
                AuthenticationMethod.NONE,
                Set.of(GrantType.CLIENT_CREDENTIALS, GrantType.REFRESH_TOKEN),
                set("http://charter.example.com/callback"),
                set("a\"b"),
                set("api"),
                false,
                false);

        assertThat(client.faults())
                .extracting(ClientFault::field)
                .containsExactly(
                        "client_name",
                        "grant_types",
                        "grant_types",
                        "redirect_uris",
                        "redirect_uris",
                        "scope",
                        "resources",
                        "require_pkce");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\u200b\u200d",
                "Bank\u202eknaB",
                "\u2067Bank",
                "Bank\nby Gatehouse",
                "Bank\u2028by us",
                "\u0007"
            })
    void a_name_that_misleads_the_eye_is_refused(String name) {
        assertThat(named(name).faults()).extracting(ClientFault::field).containsExactly("client_name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Лавка", "می\u200cخواهم", "ระบบ", "🗺", "O'Brien & <Söhne>", "東京"})
    void names_of_every_language_are_fine(String name) {
        assertThat(named(name).faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no URI %%", "https.charter:/callback", "mailto:a@b.example"})
    void an_address_for_sign_out_beside_a_strange_redirect_uri_is_judged(String redirectUri) {
        for (var address : List.of("https://charter.example.com/bye", "https.charter:/bye", "http.charter:bye"))
            assertThat(with(Set.of(GrantType.AUTHORIZATION_CODE), set(redirectUri))
                            .with(ClientMember.FRONTCHANNEL_LOGOUT_URI, address)
                            .faults())
                    .extracting(ClientFault::field)
                    .contains("frontchannel_logout_uri");
    }

    @Test
    void who_sends_people_needs_to_say_where_they_come_back() {
        assertThat(with(Set.of(GrantType.AUTHORIZATION_CODE), set()).faults())
                .extracting(ClientFault::field)
                .containsExactly("redirect_uris");
        assertThat(with(Set.of(), set()).faults())
                .extracting(ClientFault::field)
                .containsExactly("grant_types");
    }

    @ParameterizedTest
    @ValueSource(strings = {"grafana", "my-app.v2", "app_1", "007"})
    void these_names_can_be_chosen(String id) {
        assertThat(ClientId.fault(id)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ab",
                "Grafana",
                "-app",
                "my app",
                "app/1",
                "gatehouse",
                "gatehouse-console",
                "0190a1b2-c3d4-7e5f-8091-a2b3c4d5e6f7",
                "0190a1b2c3d47e5f8091a2b3c4d5e6f7"
            })
    void these_cannot(String id) {
        assertThat(ClientId.fault(id)).isPresent();
    }

    @Test
    void a_name_that_we_make_up_could_have_been_chosen() {
        assertThat(ClientId.fault(ClientId.random())).isEmpty();
        assertThat(ClientId.random()).isNotEqualTo(ClientId.random());
    }

    private static ClientProfile with(Set<GrantType> grants, SequencedSet<String> redirectUris) {
        return new ClientProfile(
                WEB_APP.name(),
                WEB_APP.authentication(),
                grants,
                redirectUris,
                WEB_APP.scopes(),
                WEB_APP.resources(),
                true,
                false);
    }

    private static ClientProfile named(String name) {
        return new ClientProfile(
                name,
                WEB_APP.authentication(),
                WEB_APP.grants(),
                WEB_APP.redirectUris(),
                WEB_APP.scopes(),
                WEB_APP.resources(),
                true,
                false);
    }

    private static SequencedSet<String> set(String... values) {
        return new LinkedHashSet<>(Arrays.asList(values));
    }

    @Test
    void a_way_of_answering_that_there_is_not_is_refused() {
        assertThat(WEB_APP.with(ClientMember.RESPONSE_MODES, "query fragment").faults())
                .extracting(ClientFault::field)
                .containsExactly("response_modes");
        assertThat(WEB_APP.with(ClientMember.RESPONSE_MODES, "query jwt").faults())
                .isEmpty();
    }
}
