package dev.gatehouse.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.settings.Variable;
import dev.gatehouse.testing.Chromium;
import dev.gatehouse.testing.Notes;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.Tab;
import dev.gatehouse.testing.Television;
import dev.gatehouse.testing.TestHouse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/// The pages in a real browser: by keyboard, with and without scripts, in both languages, light and dark, on phone
/// and desk; and nothing that shuts somebody out.
@EnabledIf(
        value = "dev.gatehouse.testing.Chromium#isInstalled",
        disabledReason = "needs Chromium, and there is none here")
class PagesInChromiumTest {

    private static Chromium chromium;

    private TestHouse house;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    /// On loopback cookies need no HTTPS, so that a browser keeps them.
    @BeforeEach
    void open() {
        house = TestHouse.on(new TestDatabase(Dialect.SQLITE), Map.of(Variable.PUBLIC_URL, "http://127.0.0.1:1"));
        Notes.register(house, false);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void somebody_signs_in_by_keyboard_alone() {
        var alice = house.person("alice");
        var tab = chromium.tab().open(house.url("/sign-in"));
        assertThat(tab.value("document.activeElement.name")).isEqualTo("email");

        tab.insert(alice.email());
        tab.pressTab();
        assertThat(tab.value("document.activeElement.name")).isEqualTo("password");
        tab.insert(alice.password());
        tab.pressEnter();

        assertThat(tab.text("h1")).isEqualTo("You are signed in");
        assertThat(tab.text(".who")).contains(alice.email());
    }

    @Test
    void without_scripts_nothing_is_missing_but_the_button_that_shows_the_password() {
        var alice = house.person("alice");
        var tab = chromium.tab().withoutJavaScript().open(house.url("/sign-in"));
        assertThat(tab.value("document.querySelector('.show').hidden")).isEqualTo("true");

        signIn(tab, alice);
        assertThat(tab.text("h1")).isEqualTo("You are signed in");
        tab.open(house.url("/sign-out")).follow("button");
        assertThat(tab.text("h1")).isEqualTo("You are signed out");
    }

    @Test
    void the_password_is_shown_and_hidden_and_sent_hidden() {
        var tab = chromium.tab().open(house.url("/sign-in"));
        tab.type("#password", "seven otters").click(".show");
        assertThat(tab.value("document.querySelector('#password').type")).isEqualTo("text");
        assertThat(tab.value("document.querySelector('.show').ariaLabel")).isEqualTo("Hide password");

        tab.click(".show");
        assertThat(tab.value("document.querySelector('#password').type")).isEqualTo("password");
        assertThat(tab.value("document.querySelector('#password').value")).isEqualTo("seven otters");
    }

    @Test
    void password_managers_find_what_they_look_for() {
        var tab = chromium.tab().open(house.url("/sign-in"));
        assertThat(tab.value("document.querySelector('[name=email]').autocomplete"))
                .isEqualTo("username");
        assertThat(tab.value("document.querySelector('[name=password]').autocomplete"))
                .isEqualTo("current-password");
        tab.open(house.url("/register"));
        assertThat(tab.value("document.querySelector('[name=email]').autocomplete"))
                .isEqualTo("username");
        assertThat(tab.value("document.querySelector('[name=password]').autocomplete"))
                .isEqualTo("new-password");
    }

    @Test
    void two_tabs_of_one_browser_go_their_own_ways() {
        var alice = house.person("alice");
        Notes.register(house, false);
        var proof = "&code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
        var first = chromium.tab().open(house.url("/sign-in?ticket=" + Notes.ticket(house, proof + "&state=1")));
        var second = first.another().open(house.url("/sign-in?ticket=" + Notes.ticket(house, proof + "&state=2")));
        var expected = first.value("document.querySelector('[name=ticket]').value");

        signIn(second, alice);
        signIn(first, alice);

        assertThat(first.path()).isEqualTo("/consent");
        assertThat(first.value("location.search")).isEqualTo("?ticket=" + expected);
    }

    @Test
    void somebody_connects_a_device_by_keyboard_without_scripts() {
        var alice = house.person("alice");
        Television.register(house);
        var code = Television.begin(house);
        var tab = chromium.tab().withoutJavaScript().open(house.url("/device"));
        assertThat(tab.value("document.activeElement.name")).isEqualTo("user_code");

        tab.insert(code.toLowerCase(Locale.ROOT));
        tab.pressEnter();
        signIn(tab, alice);
        assertThat(tab.path()).isEqualTo("/device/confirm");
        assertThat(tab.text(".shown .code")).isEqualTo(code);
        tab.follow("button[value=allow]");
        assertThat(tab.text("h1")).isEqualTo("Your device is connected");
    }

    @Test
    void axe_finds_nothing_on_any_page() {
        Television.register(house);
        var alice = house.person("alice");
        var tab = chromium.tab();
        lookAtAll(tab.sized(360, 800).dark(false), alice, "en", "en-light-phone");
        lookAtAll(tab.sized(360, 800).dark(true), alice, "ru", "ru-dark-phone");
        lookAtAll(tab.sized(1280, 800).dark(false), alice, "ru", "ru-light-desk");
        lookAtAll(tab.sized(1280, 800).dark(true), alice, "en", "en-dark-desk");
    }

    private void lookAtAll(Tab tab, Person alice, String language, String name) {
        var ticket = Notes.ticket(house, "");
        tab.open(house.url("/sign-in?another=yes&ticket=" + ticket + "&language=" + language));
        look(tab, "sign-in-" + name);
        tab.type("#email", alice.email()).type("#password", "wrong").pressEnter();
        look(tab, "wrong-" + name);
        tab.open(house.url("/register?ticket=" + ticket));
        tab.type("#email", alice.email()).type("#password", "alice").pressEnter();
        look(tab, "register-" + name);
        signIn(tab.open(house.url("/sign-in?another=yes")), alice);
        look(tab, "signed-in-" + name);
        look(tab.open(house.url("/choose-account?ticket=" + ticket)), "choose-" + name);
        look(tab.open(house.url("/consent?ticket=" + ticket)), "consent-" + name);
        lookAtDevice(tab, name);
        look(tab.open(house.url("/oauth2/logout?client_id=notes")), "sign-out-asked-" + name);
        look(tab.open(house.url("/oauth2/logout?client_id=nobody")), "sign-out-cannot-" + name);
        look(tab.open(house.url("/sign-out")), "sign-out-" + name);
        tab.follow("button");
        look(tab, "signed-out-" + name);
        look(tab.open(house.url("/nowhere")), "error-" + name);
        house.clock().pass(Duration.ofMinutes(1));
    }

    private void lookAtDevice(Tab tab, String name) {
        look(tab.open(house.url("/device")), "device-" + name);
        tab.type("#user-code", "bcdf-ghjk").pressEnter();
        look(tab, "device-wrong-" + name);
        look(tab.open(house.url("/device?user_code=" + Television.begin(house))), "device-brought-" + name);
        tab.follow("button.first");
        look(tab, "device-confirm-" + name);
        tab.follow("button[value=allow]");
        look(tab, "device-allowed-" + name);
    }

    /// With `-Dscreenshots=FOLDER` there is something for the eye as well.
    private static void look(Tab tab, String name) {
        assertThat(tab.barriers()).as(name).isEmpty();
        assertThat(tab.value("document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing sticks out of " + name)
                .isEqualTo("true");
        var folder = System.getProperty("screenshots");
        if (folder != null) tab.screenshot(Path.of(folder, name + ".png"));
    }

    private static void signIn(Tab tab, Person person) {
        tab.type("#email", person.email()).type("#password", person.password()).pressEnter();
    }
}
