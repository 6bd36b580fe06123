package dev.gatehouse.logout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.client.ClientMember;
import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.settings.Variable;
import dev.gatehouse.testing.Await;
import dev.gatehouse.testing.Browser;
import dev.gatehouse.testing.Chromium;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.Tab;
import dev.gatehouse.testing.TestHouse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/// Applications hear in the browser that a session is over.
class FrontChannelTest {

    private static final String ISSUER = "http://127.0.0.1:1";

    private TestHouse house;
    private Person bob;
    private Application shop;
    private Application forum;

    @BeforeEach
    void open() {
        house = TestHouse.on(new TestDatabase(Dialect.SQLITE), Map.of(Variable.PUBLIC_URL, ISSUER));
        bob = house.person("bob");
        shop = Application.framed(house, "shop");
        forum = Application.framed(house, "forum");
        forum.say(ClientMember.FRONTCHANNEL_LOGOUT_SESSION_REQUIRED, "");
    }

    @AfterEach
    void close() {
        shop.close();
        forum.close();
        house.close();
    }

    @Test
    void the_page_loads_those_who_knew_the_session_and_may_load_nobody_else() {
        var browser = new Browser(house);
        var tokens = shop.signIn(browser, bob, "openid");
        forum.signIn(browser, bob, "openid");
        var page = browser.open("/oauth2/logout?id_token_hint=" + tokens.text("/id_token")
                + "&state=x&post_logout_redirect_uri=" + encoded(shop.afterwards()));

        var sid = Application.sid(tokens);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.http().body())
                .contains(
                        "<iframe src=\"" + shop.url("/framed?from=shop")
                                + "&amp;iss=http%3A%2F%2F127.0.0.1%3A1&amp;sid=" + sid + "\"",
                        "<iframe src=\"" + forum.url("/framed?from=forum") + "\"");
        assertThat(page.header("Content-Security-Policy").orElseThrow())
                .contains("; frame-src " + forum.url("") + " " + shop.url("") + ";");
        assertThat(page.header("Refresh")).hasValue("5; url=" + shop.afterwards() + "?state=x");
        assertThat(page.header("Set-Cookie").orElseThrow()).startsWith("session=;");
        assertThat(shop.knowsNobody(browser)).isTrue();
    }

    @Test
    void who_signs_out_here_is_told_here() {
        var browser = new Browser(house);
        shop.signIn(browser, bob, "openid");
        var page = browser.submit(browser.open("/sign-out"), "/sign-out", Map.of());
        assertThat(page.http().body()).contains("<iframe", "You are signed out").doesNotContain("<script>");
        assertThat(page.header("Refresh")).isEmpty();
        assertThat(browser.open("/sign-out").http().body()).doesNotContain("<iframe");
    }

    @Test
    @EnabledIf("dev.gatehouse.testing.Chromium#isInstalled")
    void a_browser_tells_them_all_and_goes_on() {
        try (var chromium = new Chromium()) {
            signOut(chromium.tab());
        }
    }

    @Test
    @EnabledIf("dev.gatehouse.testing.Chromium#isInstalled")
    void a_browser_without_scripts_does_too() {
        try (var chromium = new Chromium()) {
            signOut(chromium.tab().withoutJavaScript());
        }
    }

    private void signOut(Tab tab) {
        tab.open(house.url(shop.ask("openid")));
        tab.type("#email", bob.email()).type("#password", bob.password()).pressEnter();
        // A program on the person's own machine is asked about each time: another could pass for it.
        tab.open(house.url(forum.ask("openid"))).follow("button[value=allow]");
        tab.open(house.url("/oauth2/logout?client_id=shop&post_logout_redirect_uri=" + encoded(shop.afterwards())));
        assertThat(tab.text("h1")).isEqualTo("Sign out?");
        var folder = System.getProperty("screenshots");
        if (folder != null) tab.screenshot(Path.of(folder, "sign-out-for-an-application.png"));
        tab.click("main button");
        Await.until(() -> tab.text("h1").equals("Bye from shop"));
        assertThat(shop.framed())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("from=shop&iss=" + encoded(ISSUER) + "&sid=");
        assertThat(forum.framed()).containsExactly("from=forum");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
