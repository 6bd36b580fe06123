package dev.gatehouse.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Notes;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.TestHouse;
import dev.gatehouse.testing.Visitor;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Signing in at a browser: the cookie, its session, and what ends both.
@EachDatabase
class BrowserSignInStoryTest {

    private static final String COOKIE = "__Host-session";
    private static final String WRONG = "certainly not the password";

    private final TestHouse house;

    BrowserSignInStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void the_right_password_leads_on_by_303_with_a_cookie_that_only_this_host_gets() {
        var alice = house.person("alice");
        var browser = house.visitor();
        var reply = browser.signIn(alice.email(), alice.password());

        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.header("Location")).contains("/sign-in");
        assertThat(reply.header("Set-Cookie").orElseThrow())
                .matches("__Host-session=gate_session_[\\w-]{49}; Path=/; Secure; HttpOnly; SameSite=Lax");
        assertThat(browser.open("/sign-in").http().body()).contains("You are signed in", alice.email());
    }

    @Test
    void with_a_ticket_it_leads_back_to_the_request_that_waits() {
        Notes.register(house, false);
        var alice = house.person("alice");
        var ticket = Notes.ticket(house, "");
        var browser = house.visitor();
        var page = browser.open("/sign-in?ticket=" + ticket);
        var reply = browser.send(page, "/sign-in", "email", alice.email(), "password", alice.password());

        assertThat(page.http().body()).contains("Notes &amp; Sketches");
        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.header("Location")).contains("/oauth2/authorize/resume?ticket=" + ticket);
    }

    @Test
    void two_tabs_go_their_own_ways() {
        Notes.register(house, false);
        var alice = house.person("alice");
        var browser = house.visitor();
        var first = browser.open("/sign-in?ticket=" + Notes.ticket(house, "&state=1"));
        var second = browser.open("/sign-in?ticket=" + Notes.ticket(house, "&state=2"));

        var one = browser.send(first, "/sign-in", "email", alice.email(), "password", alice.password());
        var other = browser.send(second, "/sign-in", "email", alice.email(), "password", alice.password());

        assertThat(one.header("Location")).contains(resume(first));
        assertThat(other.header("Location")).contains(resume(second));
    }

    @Test
    void known_and_unknown_are_told_the_same() {
        var alice = house.person("alice");
        var wrong = house.visitor().signIn(alice.email(), WRONG);
        var unknown = house.visitor().signIn("nobody@example.com", WRONG);

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(plain(wrong)).contains("wrong").isEqualTo(plain(unknown).replace("nobody@", "alice@"));
        assertThat(wrong.header("Set-Cookie")).isEmpty();
    }

    @Test
    void guessing_is_slowed_down_together_with_the_json_sign_in() {
        var alice = house.person("alice");
        for (int i = 0; i < 3; i++) house.visitor().signIn(alice.email(), WRONG);
        for (int i = 0; i < 2; i++) house.caller().signIn(alice.email(), WRONG);
        var reply = house.visitor().signIn(alice.email(), alice.password());

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.header("Retry-After")).contains("1");
        assertThat(reply.http().body()).contains("Wait 1 second,");
    }

    @Test
    void a_disabled_account_is_told_so_only_by_its_password() {
        var admin = house.administrator("admin").signedIn();
        var alice = house.person("alice");
        admin.patch("/v1/accounts/" + alice.id(), Json.object("status", "disabled"));

        assertThat(house.visitor().signIn(alice.email(), alice.password()).status())
                .isEqualTo(403);
        assertThat(house.visitor().signIn(alice.email(), WRONG).status()).isEqualTo(400);
    }

    @Test
    void a_form_that_no_page_of_ours_showed_to_this_browser_is_refused() {
        var alice = house.person("alice");
        var form = Map.of("email", alice.email(), "password", alice.password());
        var elsewhere = house.visitor().open("/sign-in");
        var browser = house.visitor();
        browser.open("/sign-in");

        assertThat(house.visitor().post("/sign-in", form).status()).isEqualTo(403);
        assertThat(browser.post("/sign-in", form).status()).isEqualTo(403);
        assertThat(browser.send(elsewhere, "/sign-in", "email", alice.email(), "password", alice.password())
                        .status())
                .isEqualTo(403);
        assertThat(browser.cookie(COOKIE)).isEmpty();
    }

    @Test
    void every_authentication_has_a_cookie_of_its_own_and_the_one_before_is_worth_nothing() {
        var alice = house.person("alice");
        var browser = house.visitor();
        browser.signIn(alice.email(), alice.password());
        var first = browser.cookie(COOKIE).orElseThrow();
        browser.signIn(alice.email(), alice.password());
        var second = browser.cookie(COOKIE).orElseThrow();

        assertThat(second).isNotEqualTo(first);
        assertThat(isSignedIn(first)).isFalse();
        assertThat(isSignedIn(second)).isTrue();
        assertThat(alice.signedIn().get("/v1/me/sessions").json().at("/sessions"))
                .as("the browser's one, and that of the program that asks")
                .hasSize(2);
    }

    @Test
    void a_cookie_that_was_planted_before_becomes_nobodys_session() {
        var alice = house.person("alice");
        var mallory = house.person("mallory");
        var planter = house.visitor();
        planter.signIn(mallory.email(), mallory.password());
        var planted = planter.cookie(COOKIE).orElseThrow();
        var browser = house.visitor();
        browser.setCookie(COOKIE, planted);
        browser.signIn(alice.email(), alice.password());

        assertThat(browser.cookie(COOKIE).orElseThrow()).isNotEqualTo(planted);
        assertThat(isSignedIn(planted)).isFalse();
    }

    @Test
    void it_ends_when_it_is_not_used_and_in_any_case_in_the_end() {
        var alice = house.person("alice");
        var idle = house.visitor();
        idle.signIn(alice.email(), alice.password());
        var used = house.visitor();
        used.signIn(alice.email(), alice.password());
        for (int day = 0; day < 84; day += 7) {
            house.clock().pass(Duration.ofDays(7));
            assertThat(isSignedIn(used)).isTrue();
        }
        assertThat(isSignedIn(idle)).isFalse();
        house.clock().pass(Duration.ofDays(6));
        assertThat(isSignedIn(used)).isFalse();
    }

    @Test
    void signing_out_everywhere_a_new_password_and_a_disabled_account_end_it() {
        var admin = house.administrator("admin").signedIn();
        var alice = house.person("alice");
        var browser = house.visitor();

        browser.signIn(alice.email(), alice.password());
        admin.post("/v1/accounts/" + alice.id() + "/sign-out");
        assertThat(isSignedIn(browser)).isFalse();

        browser.signIn(alice.email(), alice.password());
        house.clock().pass(Duration.ofMinutes(1));
        var session = alice.signedIn().get("/v1/me/sessions").text("/sessions/1/id");
        assertThat(alice.signedIn().delete("/v1/me/sessions/" + session).status())
                .isEqualTo(204);
        assertThat(isSignedIn(browser)).isFalse();

        browser.signIn(alice.email(), alice.password());
        var form = Json.object("current_password", alice.password(), "new_password", "seven otters in the old mill");
        alice.signedIn().put("/v1/me/password", form);
        assertThat(isSignedIn(browser)).isFalse();

        browser.signIn(alice.email(), "seven otters in the old mill");
        assertThat(isSignedIn(browser)).isTrue();
        admin.patch("/v1/accounts/" + alice.id(), Json.object("status", "disabled"));
        assertThat(isSignedIn(browser)).isFalse();
    }

    @Test
    void signing_out_asks_first() {
        var alice = house.person("alice");
        var browser = house.visitor();
        browser.signIn(alice.email(), alice.password());
        var cookie = browser.cookie(COOKIE).orElseThrow();
        var page = browser.open("/sign-out");

        assertThat(page.http().body()).contains("Sign out?", alice.email());
        assertThat(isSignedIn(browser)).isTrue();
        assertThat(browser.send(page, "/sign-out").status()).isEqualTo(303);
        assertThat(browser.cookie(COOKIE)).isEmpty();
        assertThat(isSignedIn(cookie)).isFalse();
        assertThat(browser.open("/sign-out").http().body()).contains("You are signed out");
    }

    @Test
    void a_ticket_that_expired_leads_nowhere() {
        Notes.register(house, false);
        var alice = house.person("alice");
        var ticket = Notes.ticket(house, "");
        var browser = house.visitor();
        var page = browser.open("/sign-in?ticket=" + ticket);
        house.clock().pass(Duration.ofMinutes(30));
        var reply = browser.send(page, "/sign-in", "email", alice.email(), "password", alice.password());

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.http().body()).contains("This page has expired");
        assertThat(browser.cookie(COOKIE)).isEmpty();
        assertThat(browser.open("/sign-in?ticket=nonsense").status()).isEqualTo(400);
    }

    @Test
    void the_page_speaks_the_language_of_the_browser_unless_the_person_chose_another() {
        var browser = house.visitor();
        assertThat(browser.open("/sign-in", "ru-RU,ru;q=0.9,en;q=0.5").http().body())
                .contains("<html lang=\"ru\">", "Войти");
        browser.open("/sign-in?language=en", "ru");
        assertThat(browser.open("/sign-in", "ru").http().body()).contains("<html lang=\"en\">");
    }

    @Test
    void who_the_application_means_is_filled_in_and_can_do_no_harm() {
        Notes.register(house, false);
        var hint = Notes.ticket(house, "&login_hint=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E");

        assertThat(house.visitor().open("/sign-in?ticket=" + hint).http().body())
                .doesNotContain("<script>alert")
                .contains("&#34;>&lt;script>alert(1)");
    }

    @Test
    void pages_are_framed_by_nobody_kept_nowhere_and_load_nothing_from_elsewhere() {
        var page = house.visitor().open("/sign-in");

        assertThat(page.header("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'", "script-src 'self';", "form-action 'self';")
                .doesNotContain("unsafe");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Referrer-Policy")).contains("no-referrer");
        assertThat(page.http().body().replace("http://www.w3.org", "")).doesNotContain("http://", "https://");
    }

    private boolean isSignedIn(String cookie) {
        var browser = house.visitor();
        browser.setCookie(COOKIE, cookie);
        return isSignedIn(browser);
    }

    private static boolean isSignedIn(Visitor browser) {
        return browser.open("/sign-in").http().body().contains("You are signed in");
    }

    private static String resume(Reply page) {
        return "/oauth2/authorize/resume?ticket=" + Visitor.hidden(page).get("ticket");
    }

    /// Without what is another at every time.
    private static String plain(Reply page) {
        return page.http().body().replaceAll("value=\"[\\w-]{60,}\"", "");
    }
}
