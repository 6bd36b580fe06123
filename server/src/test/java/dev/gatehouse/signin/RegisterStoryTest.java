package dev.gatehouse.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.settings.Variable;
import dev.gatehouse.testing.Notes;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.TestHouse;
import dev.gatehouse.testing.Visitor;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Making an account at a browser.
@EachDatabase
class RegisterStoryTest {

    private final TestHouse house;

    RegisterStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void who_registers_is_signed_in_and_goes_on() {
        Notes.register(house, false);
        var ticket = Notes.ticket(house, "&prompt=create");
        var browser = house.visitor();
        var page = browser.open("/register?ticket=" + ticket);
        var reply =
                browser.send(page, "/register", "email", "alice@example.com", "name", "", "password", Person.PASSWORD);

        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.header("Location")).contains("/oauth2/authorize/resume?ticket=" + ticket);
        assertThat(browser.open("/sign-in").http().body()).contains("You are signed in", "alice@example.com");
    }

    @Test
    void what_is_wrong_stands_beside_its_input_and_the_rest_is_kept() {
        var browser = house.visitor();
        var reply = register(browser, "alice", "alice");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.http().body())
                .contains("value=\"alice\"", "aria-describedby=\"email-fault\"", "Enter an e-mail address such as")
                .doesNotContain("value=\"alice\" autocomplete=\"new-password\"");
        assertThat(register(browser, "alice@example.com", "alice").http().body())
                .contains("value=\"alice@example.com\"", "Use at least 15 characters.");
        assertThat(browser.cookie("__Host-session")).isEmpty();
    }

    @Test
    void an_address_that_has_an_account_gets_no_second_one() {
        var alice = house.person("alice");
        var browser = house.visitor();

        assertThat(register(browser, alice.email(), "seven otters in the old mill")
                        .status())
                .isEqualTo(400);
        assertThat(browser.cookie("__Host-session")).isEmpty();
        assertThat(alice.signIn().status()).isEqualTo(200);
    }

    @Test
    void where_nobody_may_register_nobody_is_offered_to() {
        house.restart(Map.of(Variable.REGISTRATION, "closed"));
        var browser = house.visitor();

        assertThat(browser.open("/sign-in").http().body()).doesNotContain("/register");
        assertThat(browser.open("/register").status()).isEqualTo(403);
        var signIn = browser.open("/sign-in");
        assertThat(browser.send(signIn, "/register", "email", "eve@example.com", "password", Person.PASSWORD)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void an_invitation_lets_one_in() {
        var admin = house.administrator("admin");
        house.restart(Map.of(Variable.REGISTRATION, "invite"));
        var invitation = admin.signedIn().post("/v1/invitations").text("/invitation");
        var browser = house.visitor();

        assertThat(register(browser, "alice@example.com", Person.PASSWORD).status())
                .isEqualTo(403);
        var page = browser.open("/register");
        assertThat(browser.send(
                                page,
                                "/register",
                                "email",
                                "alice@example.com",
                                "password",
                                Person.PASSWORD,
                                "invitation",
                                invitation)
                        .status())
                .isEqualTo(303);
    }

    private static Reply register(Visitor browser, String email, String password) {
        return browser.send(browser.open("/register"), "/register", "email", email, "password", password);
    }
}
