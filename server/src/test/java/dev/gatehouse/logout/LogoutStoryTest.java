package dev.gatehouse.logout;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.langtag.LangTag;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.client.ClientMember;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.settings.Variable;
import dev.gatehouse.testing.Browser;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.TestHouse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// An application sends a person here to sign out: RP-Initiated Logout, and what the OpenID Foundation's plan for it
/// tries.
@EachDatabase
class LogoutStoryTest {

    private static final URI ENDPOINT = URI.create("https://id.example.com/oauth2/logout");

    private final TestHouse house;
    private final Person bob;
    private final Application shop;
    private final Browser browser;
    private final State state = new State("s".repeat(120) + " &=+%");

    LogoutStoryTest(TestDatabase on) {
        house = TestHouse.on(on, Map.of(Variable.OUTBOUND_PRIVATE_ADDRESSES, "allowed"));
        bob = house.person("bob");
        shop = Application.register(house, "shop");
        browser = new Browser(house);
    }

    @AfterEach
    void close() {
        shop.close();
        house.close();
    }

    @Test
    void who_proves_to_know_the_session_ends_it_without_a_question() throws Exception {
        var tokens = shop.signIn(browser, bob, "openid");
        assertThat(userinfo(tokens)).isEqualTo(200);

        var answer = browser.open(logout(hint(tokens), shop.afterwards()));

        assertThat(answer.status()).isEqualTo(303);
        var next = URI.create(answer.header("Location").orElseThrow());
        assertThat(next.toString()).startsWith(shop.afterwards() + "?state=");
        assertThat(next.getQuery()).isEqualTo("state=" + state.getValue());
        assertThat(answer.header("Set-Cookie").orElseThrow()).startsWith("__Host-session=;");
        assertThat(shop.knowsNobody(browser)).isTrue();
        assertThat(userinfo(tokens)).isEqualTo(401);
    }

    @Test
    void what_was_given_for_the_time_away_outlives_it() throws Exception {
        var tokens = shop.signIn(browser, bob, "openid offline_access");
        browser.open(logout(hint(tokens), shop.afterwards()));

        assertThat(shop.knowsNobody(browser)).isTrue();
        assertThat(userinfo(tokens)).isEqualTo(200);
    }

    @Test
    void a_registered_address_may_have_a_query_of_its_own() throws Exception {
        var tokens = shop.signIn(browser, bob, "openid");
        var answer = browser.open(logout(hint(tokens), shop.afterwards() + "?lang=en"));
        assertThat(answer.header("Location").orElseThrow()).startsWith(shop.afterwards() + "?lang=en&state=");
    }

    @Test
    void without_a_state_none_comes_back() throws Exception {
        var tokens = shop.signIn(browser, bob, "openid");
        var request = new LogoutRequest(ENDPOINT, hint(tokens), URI.create(shop.afterwards()), null);
        assertThat(browser.open(request.toURI().toString()).header("Location")).hasValue(shop.afterwards());
    }

    @Test
    void without_an_address_the_person_is_told_here() throws Exception {
        var tokens = shop.signIn(browser, bob, "openid");
        var page =
                browser.open(new LogoutRequest(ENDPOINT, hint(tokens)).toURI().toString());
        assertThat(page.http().body()).contains("You are signed out");
        assertThat(shop.knowsNobody(browser)).isTrue();
    }

    @Test
    void a_state_alone_leads_nowhere() {
        var tokens = shop.signIn(browser, bob, "openid");
        var page = browser.open("/oauth2/logout?state=x&id_token_hint=" + tokens.text("/id_token"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.http().body()).contains("You are signed out");
    }

    @Test
    void an_id_token_that_expired_and_whose_key_was_retired_proves_it_still() throws Exception {
        var tokens = shop.signIn(browser, bob, "openid");
        house.house().keyRotation().rotate(true, Origin.COMMAND_LINE);
        house.clock().pass(Duration.ofHours(3));
        assertThat(browser.open(logout(hint(tokens), shop.afterwards())).status())
                .isEqualTo(303);
        assertThat(shop.knowsNobody(browser)).isTrue();
    }

    @Test
    void without_a_hint_the_person_is_asked_and_then_sent_on() throws Exception {
        shop.signIn(browser, bob, "openid");
        var page = browser.open(logout(null, shop.afterwards()));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.http().body()).contains("Sign out?", "You come from The shop", bob.email());
        assertThat(page.header("Content-Security-Policy").orElseThrow())
                .as("Chromium looks at where the answer of a form redirects to")
                .contains("form-action 'self' " + shop.url(""));
        assertThat(shop.knowsNobody(browser)).isFalse();

        var answer = browser.submit(page, "/sign-out", Map.of());
        assertThat(URI.create(answer.header("Location").orElseThrow()).getQuery())
                .isEqualTo("state=" + state.getValue());
        assertThat(shop.knowsNobody(browser)).isTrue();
    }

    @Test
    void without_any_parameter_the_person_is_asked() {
        shop.signIn(browser, bob, "openid");
        var page = browser.open("/oauth2/logout");
        assertThat(page.http().body()).contains("Sign out?");
        assertThat(shop.knowsNobody(browser)).isFalse();
        assertThat(browser.submit(page, "/sign-out", Map.of()).http().body()).contains("You are signed out");
        assertThat(shop.knowsNobody(browser)).isTrue();
    }

    @Test
    void an_id_token_of_an_earlier_session_or_of_somebody_else_proves_nothing() throws Exception {
        var before = shop.signIn(browser, bob, "openid");
        browser.open(logout(hint(before), shop.afterwards()));
        shop.signIn(browser, bob, "openid");
        assertThat(browser.open(logout(hint(before), shop.afterwards())).http().body())
                .contains("Sign out?");

        var elsewhere = new Browser(house);
        var carol = house.person("carol");
        var carols = shop.signIn(elsewhere, carol, "openid");
        assertThat(browser.open(logout(hint(carols), shop.afterwards())).http().body())
                .contains("Sign out?", bob.email());
        assertThat(shop.knowsNobody(browser)).isFalse();
        assertThat(shop.knowsNobody(elsewhere)).isFalse();
    }

    @Test
    void whoever_is_signed_out_already_is_sent_on() throws Exception {
        var tokens = shop.signIn(browser, bob, "openid");
        browser.open(logout(hint(tokens), shop.afterwards()));
        assertThat(browser.open(logout(hint(tokens), shop.afterwards())).header("Location"))
                .hasValueSatisfying(at -> assertThat(at).startsWith(shop.afterwards()));
        assertThat(browser.open("/oauth2/logout").http().body()).contains("You are signed out");
    }

    @Test
    void what_is_wrong_is_said_on_a_page_and_nobody_is_signed_out_or_sent_anywhere() throws Exception {
        var other = Application.register(house, "other");
        var tokens = shop.signIn(browser, bob, "openid");
        var idToken = tokens.text("/id_token");
        var known = "&client_id=shop";
        var there = "&post_logout_redirect_uri=" + encoded(shop.afterwards());
        for (var query : List.of(
                "id_token_hint=" + idToken + "&post_logout_redirect_uri=" + encoded("https://evil.example/"),
                "id_token_hint=" + idToken + there + encoded("?more=1"),
                "id_token_hint=" + idToken + there + encoded("/"),
                "id_token_hint=" + idToken + "&post_logout_redirect_uri=" + encoded(other.afterwards()),
                "id_token_hint=" + tampered(idToken) + there,
                "id_token_hint=" + unsigned(idToken) + there,
                "id_token_hint=" + tokens.text("/access_token") + there,
                "id_token_hint=nonsense" + there + known,
                "id_token_hint=a.b.c",
                "id_token_hint=" + idToken + "&client_id=other" + there,
                "client_id=nobody" + there,
                "client_id=other" + there,
                there.substring(1) + "&state=x",
                "state=1&state=2",
                known.substring(1) + known + there)) {
            var page = browser.open("/oauth2/logout?" + query);
            assertThat(page.status()).as(query).isBetween(400, 422);
            assertThat(page.header("Location")).as(query).isEmpty();
            assertThat(page.header("Content-Type").orElseThrow()).startsWith("text/html");
            assertThat(shop.knowsNobody(browser)).as(query).isFalse();
        }
        other.close();
    }

    @Test
    void the_form_of_our_page_is_judged_as_the_request_was() {
        shop.signIn(browser, bob, "openid");
        var page = browser.open("/sign-out");
        var answer = browser.submit(
                page, "/sign-out", Map.of("client_id", "shop", "post_logout_redirect_uri", "https://evil.example/"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Location")).isEmpty();
        assertThat(shop.knowsNobody(browser)).isFalse();
    }

    /// A browser sends no cookie of the session with what another site posts.
    @Test
    void an_application_may_post_it_and_the_session_is_found_with_the_next_step() throws Exception {
        var tokens = shop.signIn(browser, bob, "openid");
        var stranger = new Browser(house);
        var form = Map.of(
                "id_token_hint",
                tokens.text("/id_token"),
                "post_logout_redirect_uri",
                shop.afterwards(),
                "state",
                state.getValue());
        var posted = stranger.postOnly("/oauth2/logout", form);
        assertThat(posted.status()).isEqualTo(303);
        assertThat(shop.knowsNobody(browser)).isFalse();

        var answer = browser.open(posted.header("Location").orElseThrow());
        assertThat(URI.create(answer.header("Location").orElseThrow()).getQuery())
                .isEqualTo("state=" + state.getValue());
        assertThat(shop.knowsNobody(browser)).isTrue();
        assertThat(stranger.postOnly("/oauth2/logout", Map.of("id_token_hint", "x"))
                        .status())
                .isEqualTo(400);
        assertThat(browser.open("/oauth2/logout/resume?ticket=ght_unknown").status())
                .isEqualTo(400);
    }

    @Test
    void the_application_says_in_which_language() throws Exception {
        shop.signIn(browser, bob, "openid");
        var request = new LogoutRequest(
                ENDPOINT,
                null,
                bob.email(),
                new ClientID("shop"),
                URI.create(shop.afterwards()),
                state,
                List.of(LangTag.parse("ru")));
        var page = browser.open(request.toURI().toString());
        assertThat(page.http().body()).contains("<html lang=\"ru\">", "Выйти?", "Вы пришли из приложения The shop");
        var english = browser.open(page.http()
                .body()
                .replaceAll("(?s).*href=\"([^\"]*language=en)\".*", "$1")
                .replace("&amp;", "&"));
        assertThat(english.http().body())
                .contains("You come from The shop", state.getValue().substring(0, 100));
    }

    @Test
    void an_application_that_is_gone_leaves_nobody_signed_in() throws Exception {
        var tokens = shop.signIn(browser, bob, "openid");
        shop.say(ClientMember.POST_LOGOUT_REDIRECT_URIS, "");
        assertThat(browser.open(logout(hint(tokens), shop.afterwards())).status())
                .isEqualTo(400);
        assertThat(browser.open(new LogoutRequest(ENDPOINT, hint(tokens))
                                .toURI()
                                .toString())
                        .http()
                        .body())
                .contains("You are signed out");
    }

    @Test
    void the_metadata_say_so() throws Exception {
        var metadata = OIDCProviderMetadata.parse(
                house.caller().get("/.well-known/openid-configuration").http().body());
        assertThat(metadata.getEndSessionEndpointURI()).isEqualTo(ENDPOINT);
        assertThat(metadata.supportsBackChannelLogout()).isTrue();
        assertThat(metadata.supportsBackChannelLogoutSession()).isTrue();
        assertThat(metadata.supportsFrontChannelLogout()).isTrue();
        assertThat(metadata.supportsFrontChannelLogoutSession()).isTrue();
    }

    private String logout(SignedJWT hint, String address) throws Exception {
        var client = hint == null ? new ClientID("shop") : null;
        return new LogoutRequest(ENDPOINT, hint, null, client, URI.create(address), state, null)
                .toURI()
                .toString();
    }

    private static SignedJWT hint(Reply tokens) throws Exception {
        return SignedJWT.parse(tokens.text("/id_token"));
    }

    private int userinfo(Reply tokens) {
        return house.caller()
                .with(tokens.text("/access_token"))
                .get("/oauth2/userinfo")
                .status();
    }

    private static String tampered(String jwt) {
        var parts = jwt.split("\\.");
        var first = parts[2].charAt(0) == 'A' ? 'B' : 'A';
        return parts[0] + "." + parts[1] + "." + first + parts[2].substring(1);
    }

    private static String unsigned(String jwt) {
        return "eyJhbGciOiJub25lIn0." + jwt.split("\\.")[1] + ".";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
