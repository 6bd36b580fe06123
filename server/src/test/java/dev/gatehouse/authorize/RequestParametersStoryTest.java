package dev.gatehouse.authorize;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.testing.Browser;
import dev.gatehouse.testing.Caller;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.TestHouse;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a client may ask for beside the code, each over HTTP as the conformance plans of OpenID Connect ask for it.
@EachDatabase
class RequestParametersStoryTest {

    private static final String PASSWORD = "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport";
    private static final String VERIFIER = "v".repeat(43);
    private static final String ASK =
            "client_id=shop&redirect_uri=https://app.example.org/cb&response_type=code&state=s1"
                    + "&code_challenge_method=S256&code_challenge=" + dev.gatehouse.secret.Digest.of(VERIFIER);
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final Pattern ERROR = Pattern.compile("[?&]error=([^&]+)");

    private final TestHouse house;
    private final Caller admin;
    private final Person bob;
    private final String secret;
    private final Browser browser;

    RequestParametersStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
        admin = house.administrator("alice").signedIn();
        bob = house.person("bob");
        secret = register();
        browser = new Browser(house);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_request_may_be_posted() throws Exception {
        var request = HttpRequest.newBuilder(house.url("/oauth2/authorize"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(ASK + "&scope=openid"))
                .build();
        var reply = house.http().send(request, BodyHandlers.ofString());
        assertThat(reply.statusCode()).isEqualTo(303);
        var page = browser.open(reply.headers().firstValue("Location").orElseThrow());
        assertThat(page.http().body()).contains("current-password");
    }

    @Test
    void what_nobody_knows_is_passed_over() {
        assertThat(open("&scope=openid&extra=foobar&display=popup").http().body())
                .contains("current-password");
    }

    @Test
    void login_hint_fills_in_the_address_and_ui_locales_choose_the_language() {
        var page = open("&scope=openid&login_hint=bob@example.com&ui_locales=xx%20ru");
        assertThat(page.http().body()).contains("value=\"bob@example.com\"", "lang=\"ru\"");
    }

    @Test
    void prompt_create_opens_the_page_of_registration() {
        assertThat(open("&scope=openid&prompt=create").http().body()).contains("new-password");
    }

    @Test
    void prompt_select_account_asks_which_account_it_shall_be() {
        signIn("&scope=openid");
        var page = open("&scope=openid&prompt=select_account");
        assertThat(page.http().body()).contains("/choose-account", bob.email());
        assertThat(code(browser.submit(page, "/choose-account", java.util.Map.of())))
                .isNotBlank();
    }

    @Test
    void an_id_token_hint_names_who_is_meant_even_when_it_has_expired() {
        var idToken = redeemed(signIn("&scope=openid")).text("/id_token");
        house.clock().pass(java.time.Duration.ofHours(2));
        assertThat(code(open("&scope=openid&prompt=none&id_token_hint=" + idToken)))
                .isNotBlank();

        var carol = house.person("carol");
        browser.signIn(browser.open("/sign-in?another=yes"), carol);
        assertThat(error(open("&scope=openid&prompt=none&id_token_hint=" + idToken)))
                .isEqualTo("login_required");
    }

    @Test
    void claims_bring_what_they_name_and_nothing_else() {
        var wish = "{\"userinfo\":{\"name\":{\"essential\":true},\"email\":null},\"id_token\":{\"email\":null}}";
        var tokens = redeemed(signIn("&scope=openid&claims=" + encoded(wish)));
        assertThat(claims(tokens).getClaim("email")).isEqualTo(bob.email());
        var userinfo = house.caller().with(tokens.text("/access_token")).get("/oauth2/userinfo");
        assertThat(userinfo.text("/email")).isEqualTo(bob.email());
        assertThat(userinfo.json().has("locale")).isFalse();
    }

    @Test
    void a_claim_is_asked_for_like_its_scope_though_the_token_does_not_get_wider() {
        signIn("&scope=openid");
        var wish = "&scope=openid&claims=" + encoded("{\"userinfo\":{\"email\":null}}");
        assertThat(error(open(wish + "&prompt=none"))).isEqualTo("consent_required");
        var page = open(wish);
        assertThat(page.http().body()).contains("See your e-mail address");
        var tokens = redeemed(code(browser.allow(page)));
        assertThat(tokens.text("/scope")).isEqualTo("openid");
        assertThat(code(open(wish + "&prompt=none"))).as("and not again").isNotBlank();
    }

    @Test
    void a_client_without_the_scope_does_not_get_the_claim_either() {
        admin.patch("/v1/clients/shop", Json.object("scope", "openid"));
        var wish = "{\"userinfo\":{\"email\":null},\"id_token\":{\"email\":null}}";
        var tokens = redeemed(signIn("&scope=openid&claims=" + encoded(wish)));
        assertThat(claims(tokens).getClaim("email")).isNull();
        var userinfo = house.caller().with(tokens.text("/access_token")).get("/oauth2/userinfo");
        assertThat(userinfo.status()).isEqualTo(200);
        assertThat(userinfo.json().has("email")).isFalse();
    }

    @Test
    void a_resource_becomes_the_audience() throws Exception {
        var tokens = redeemed(signIn("&scope=email&resource=" + encoded("https://api.example.com/")));
        assertThat(SignedJWT.parse(tokens.text("/access_token"))
                        .getJWTClaimsSet()
                        .getAudience())
                .containsExactly("https://api.example.com/");
    }

    @Test
    void acr_values_are_a_wish_and_the_id_token_says_what_was_reached() {
        var tokens = redeemed(signIn("&scope=openid&acr_values=phr%20" + PASSWORD));
        assertThat(claims(tokens).getClaim("acr")).isEqualTo(PASSWORD);
    }

    @Test
    void an_essential_acr_is_reached_or_refused() {
        assertThat(error(open("&scope=openid&claims=" + encoded(essentialAcr("phr")))))
                .isEqualTo("unmet_authentication_requirements");
        var tokens = redeemed(signIn("&scope=openid&claims=" + encoded(essentialAcr(PASSWORD))));
        assertThat(claims(tokens).getClaim("acr")).isEqualTo(PASSWORD);
    }

    @Test
    void the_metadata_name_what_works() {
        var metadata = house.caller().get("/.well-known/openid-configuration").json();
        assertThat(metadata.at("/acr_values_supported")).hasToString("[\"" + PASSWORD + "\"]");
        assertThat(metadata.at("/pushed_authorization_request_endpoint").asText())
                .isEqualTo("https://id.example.com/oauth2/par");
        assertThat(metadata.at("/response_modes_supported"))
                .hasToString("[\"query\",\"form_post\",\"jwt\",\"query.jwt\",\"form_post.jwt\"]");
    }

    @Test
    void without_nonce_and_state_none_is_made_up() {
        var reply = browser.open("/oauth2/authorize?" + ASK.replace("&state=s1", "") + "&scope=openid");
        var answer = browser.allow(browser.signIn(reply, bob));
        assertThat(answer.header("Location").orElseThrow()).doesNotContain("state=");
        assertThat(claims(redeemed(code(answer))).getClaim("nonce")).isNull();
    }

    @Test
    void a_page_tells_developers_what_is_wrong_and_runs_nothing_of_what_came() {
        var page = browser.open("/oauth2/authorize?client_id=shop&redirect_uri=" + encoded("https://evil.example/<b>"));
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.http().body())
                .contains("redirect_uri", "https://evil.example/&lt;b", "https://shop.example.org/", "noopener")
                .doesNotContain("https://app.example.org/cb", "<b>");
        var nobody = browser.open("/oauth2/authorize?client_id=" + encoded("call us"));
        assertThat(nobody.http().body()).doesNotContain("call us").contains("client_id");
    }

    @Test
    void the_page_of_consent_leads_to_what_the_client_says_of_itself() {
        var page = browser.signIn(open("&scope=openid"), bob);
        assertThat(page.http().body())
                .contains(
                        "href=\"https://shop.example.org/\" target=\"_blank\" rel=\"noopener noreferrer\"",
                        "https://shop.example.org/privacy",
                        "https://shop.example.org/terms")
                .doesNotContain("https://shop.example.org/logo.png");
    }

    @Test
    void browsers_find_our_picture_where_they_always_look() {
        var reply = house.caller().get("/favicon.ico");
        assertThat(reply.status()).isEqualTo(303);
        assertThat(house.caller()
                        .get(URI.create(reply.header("Location").orElseThrow()).getPath())
                        .status())
                .isEqualTo(200);
    }

    private static String essentialAcr(String value) {
        return "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"" + value + "\"]}}}";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private Reply open(String more) {
        return browser.open("/oauth2/authorize?" + ASK + more);
    }

    private String signIn(String more) {
        var page = open(more);
        if (page.http().body().contains("current-password")) page = browser.signIn(page, bob);
        if (page.http().body().contains("name=\"decision\"")) page = browser.allow(page);
        return code(page);
    }

    private static String code(Reply reply) {
        return found(CODE, reply);
    }

    private static String error(Reply reply) {
        return found(ERROR, reply);
    }

    private static String found(Pattern pattern, Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(303);
        var found = pattern.matcher(reply.header("Location").orElseThrow());
        assertThat(found.find()).as(reply.header("Location").orElseThrow()).isTrue();
        return found.group(1);
    }

    private static JWTClaimsSet claims(Reply tokens) {
        try {
            return SignedJWT.parse(tokens.text("/id_token")).getJWTClaimsSet();
        } catch (java.text.ParseException fault) {
            throw new AssertionError(fault);
        }
    }

    private Reply redeemed(String code) {
        var form = "grant_type=authorization_code&redirect_uri=https://app.example.org/cb&code_verifier=" + VERIFIER
                + "&code=" + code;
        var basic = Base64.getEncoder().encodeToString(("shop:" + secret).getBytes(UTF_8));
        var request = HttpRequest.newBuilder(house.url("/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try {
            var reply = new Reply(house.http().send(request, BodyHandlers.ofString()));
            assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
            return reply;
        } catch (java.io.IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    private String register() {
        var reply = admin.post(
                "/v1/clients",
                Json.object(
                        "client_id",
                        "shop",
                        "client_name",
                        "The shop",
                        "grant_types",
                        List.of("authorization_code"),
                        "redirect_uris",
                        List.of("https://app.example.org/cb"),
                        "resources",
                        List.of("https://api.example.com/"),
                        "client_uri",
                        "https://shop.example.org/",
                        "policy_uri",
                        "https://shop.example.org/privacy",
                        "tos_uri",
                        "https://shop.example.org/terms",
                        "logo_uri",
                        "https://shop.example.org/logo.png",
                        "scope",
                        "openid email"));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.text("/client_secret");
    }
}
