package dev.gatehouse.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.session.Ticket;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.testing.Notes;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.Race;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.TestHouse;
import dev.gatehouse.testing.Visitor;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// People are asked what an application may do, see what they allowed, and take it back.
@EachDatabase
class ConsentStoryTest {

    private final TestHouse house;
    private final Person alice;
    private final Visitor browser;

    ConsentStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
        Notes.register(house, false);
        alice = house.person("alice");
        browser = house.visitor();
        browser.signIn(alice.email(), alice.password());
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void the_page_says_who_wants_what_and_for_how_long() {
        var page = browser.open("/consent?ticket=" + Notes.ticket(house, ""));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.http().body())
                .contains("Allow access for Notes &amp; Sketches?", alice.email(), "See your e-mail address")
                .contains("<code>notes:write</code>", "until you take it back");
        assertThat(page.header("Content-Security-Policy").orElseThrow())
                .as("Chromium looks at where the answer of a form redirects to")
                .contains("form-action 'self' http://127.0.0.1;");
    }

    @Test
    void what_is_allowed_is_remembered_listed_and_taken_back() {
        var ticket = Notes.ticket(house, "");
        var reply = decide(ticket, "allow");

        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.header("Location")).contains("/oauth2/authorize/resume?ticket=" + ticket);
        assertThat(covers("openid", "email", "notes:write")).isTrue();
        assertThat(covers("openid", "profile")).isFalse();

        var me = alice.signedIn();
        var list = me.get("/v1/me/consents");
        assertThat(list.text("/consents/0/client_id")).isEqualTo("notes");
        assertThat(list.text("/consents/0/client_name")).isEqualTo("Notes & Sketches");
        assertThat(list.text("/consents/0/scope")).isEqualTo("openid email notes:write");
        assertThat(me.delete("/v1/me/consents/notes").status()).isEqualTo(204);
        assertThat(me.delete("/v1/me/consents/notes").refusal()).isEqualTo("404 no-such-consent");
        assertThat(covers("openid")).isFalse();
    }

    @Test
    void what_was_allowed_before_stays_allowed_when_more_is() {
        decide(Notes.ticket(house, ""), "allow");
        var more = house.house()
                .tickets()
                .open(
                        Tenant.MAIN,
                        Ticket.Purpose.AUTHORIZATION,
                        "client_id=notes&scope=openid+profile&redirect_uri=http%3A%2F%2F127.0.0.1%2Fback");
        decide(more, "allow");

        assertThat(covers("openid", "email", "notes:write", "profile")).isTrue();
    }

    @Test
    void a_no_is_kept_with_the_ticket_and_allows_nothing() {
        var ticket = Notes.ticket(house, "");
        assertThat(decide(ticket, "deny").status()).isEqualTo(303);

        assertThat(house.house()
                        .tickets()
                        .find(Tenant.MAIN, ticket)
                        .orElseThrow()
                        .isDenied())
                .isTrue();
        assertThat(covers("openid")).isFalse();
    }

    @Test
    void nobody_consents_to_what_was_shown_to_another() {
        var ticket = Notes.ticket(house, "");
        var shownToAlice = browser.open("/consent?ticket=" + ticket);
        var bob = house.person("bob");
        browser.signIn(bob.email(), bob.password());
        var reply = browser.send(shownToAlice, "/consent", "decision", "allow");

        assertThat(reply.header("Location")).contains("/consent?ticket=" + ticket);
        assertThat(covers("openid")).isFalse();
        assertThat(bob.signedIn().get("/v1/me/consents").json().at("/consents")).isEmpty();
    }

    @Test
    void somebody_elses_consents_are_neither_seen_nor_taken_back() {
        decide(Notes.ticket(house, ""), "allow");
        var bob = house.person("bob").signedIn();

        assertThat(bob.get("/v1/me/consents").json().at("/consents")).isEmpty();
        assertThat(bob.delete("/v1/me/consents/notes").refusal()).isEqualTo("404 no-such-consent");
        assertThat(covers("openid")).isTrue();
    }

    @Test
    void a_stranger_and_a_client_of_our_own_are_sent_on() {
        var ticket = Notes.ticket(house, "");
        assertThat(house.visitor().open("/consent?ticket=" + ticket).header("Location"))
                .contains("/oauth2/authorize/resume?ticket=" + ticket);
    }

    @Test
    void the_account_to_go_on_with_is_noted_on_the_ticket() {
        var ticket = Notes.ticket(house, "");
        var page = browser.open("/choose-account?ticket=" + ticket);
        assertThat(page.http().body()).contains(alice.email(), "Use another account");
        assertThat(browser.send(page, "/choose-account").header("Location"))
                .contains("/oauth2/authorize/resume?ticket=" + ticket);

        var chosen =
                house.house().tickets().find(Tenant.MAIN, ticket).orElseThrow().chosen();
        var sessions = alice.signedIn().get("/v1/me/sessions").json().at("/sessions");
        assertThat(sessions.findValuesAsText("id"))
                .contains(chosen.orElseThrow().toString());
    }

    @Test
    void of_what_many_tabs_allow_at_once_nothing_is_lost() {
        var consents = house.house().consents();
        var scopes =
                IntStream.range(0, 50).mapToObj(number -> "scope:" + number).toList();
        Race.of(50, number -> {
            var scope = Set.of(scopes.get(number));
            consents.remember(Tenant.MAIN, UUID.fromString(alice.id()), "notes", scope, Origin.SERVER);
            return scope;
        });
        assertThat(covers(scopes.toArray(String[]::new))).isTrue();
    }

    @Test
    void of_many_who_spend_a_ticket_one_does() {
        var ticket = Notes.ticket(house, "");
        var spent = Race.of(
                50,
                _ -> house.database()
                        .<Boolean>write(tx -> house.house().tickets().close(tx, Tenant.MAIN, ticket)));

        assertThat(spent).containsOnlyOnce(true);
        assertThat(house.house().tickets().find(Tenant.MAIN, ticket)).isEmpty();
    }

    private Reply decide(String ticket, String decision) {
        return browser.send(browser.open("/consent?ticket=" + ticket), "/consent", "decision", decision);
    }

    private boolean covers(String... scopes) {
        return house.house().consents().covers(Tenant.MAIN, UUID.fromString(alice.id()), "notes", Set.of(scopes));
    }
}
