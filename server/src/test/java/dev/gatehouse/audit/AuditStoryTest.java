package dev.gatehouse.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.TestHouse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whatever changes something is recorded: who did it, from where, in which request.
@EachDatabase
class AuditStoryTest {

    private final TestHouse house;

    AuditStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_registration() {
        var caller = house.caller();
        var reply = caller.register("alice@example.com", Person.PASSWORD);

        assertThat(last()).isEqualTo(record("account.registered", reply.text("/id"), "", caller.address(), reply));
    }

    @Test
    void sign_in_and_its_failures() {
        var alice = house.person("alice");
        var stranger = house.caller();

        var wrong = alice.caller().signIn(alice.email(), "not the password of alice");
        assertThat(last())
                .isEqualTo(
                        record("sign-in.failed", alice.id(), "", alice.caller().address(), wrong));

        var unknown = stranger.signIn("nobody@example.com", "some password or other");
        assertThat(last()).isEqualTo(record("sign-in.failed", "-", "", stranger.address(), unknown));

        var right = alice.signIn();
        assertThat(last())
                .isEqualTo(record(
                        "sign-in.succeeded",
                        alice.id(),
                        alice.id(),
                        alice.caller().address(),
                        right));
    }

    @Test
    void a_sign_in_that_is_refused() {
        var admin = house.administrator("alice").signedIn();
        var bob = house.person("bob");
        admin.patch("/v1/accounts/" + bob.id(), Json.object("status", "disabled"));
        var reply = bob.signIn();

        assertThat(last())
                .isEqualTo(record("sign-in.refused", bob.id(), "", bob.caller().address(), reply));
    }

    @Test
    void what_people_do_to_their_own_account() {
        var alice = house.person("alice");
        var signedIn = alice.signedIn();
        var address = signedIn.address();

        var renamed = signedIn.patch("/v1/me", Json.object("name", "Alice"));
        assertThat(last()).isEqualTo(record("account.changed", alice.id(), alice.id(), address, renamed));

        var moved = signedIn.put("/v1/me/email", Json.object("email", "alice@new.example.com"));
        assertThat(last()).isEqualTo(record("account.changed", alice.id(), alice.id(), address, moved));

        var refused = signedIn.put("/v1/me/password", form("not the password of alice"));
        assertThat(last()).isEqualTo(record("password.refused", alice.id(), alice.id(), address, refused));

        var changed = signedIn.put("/v1/me/password", form(Person.PASSWORD));
        assertThat(last()).isEqualTo(record("password.changed", alice.id(), alice.id(), address, changed));

        var gone = signedIn.delete("/v1/me");
        assertThat(last()).isEqualTo(record("account.removed", alice.id(), alice.id(), address, gone));
    }

    @Test
    void the_end_of_a_session() {
        var alice = house.person("alice");
        var signedIn = alice.signedIn();
        var signedOut = signedIn.post("/v1/sign-out");
        assertThat(last()).isEqualTo(record("session.ended", alice.id(), alice.id(), signedIn.address(), signedOut));

        var here = alice.signedIn();
        var ended = here.delete("/v1/me/sessions/" + here.get("/v1/me/sessions").text("/sessions/0/id"));
        assertThat(last()).isEqualTo(record("session.ended", alice.id(), alice.id(), here.address(), ended));
    }

    @Test
    void a_refresh_token_that_somebody_has_a_copy_of() {
        var alice = house.person("alice");
        var thief = house.caller();
        var tokens = alice.tokens();
        alice.caller().refresh(tokens.refresh());
        house.clock().pass(Duration.ofMinutes(1));
        var replayed = thief.refresh(tokens.refresh());

        assertThat(last()).isEqualTo(record("session.ended", alice.id(), "", thief.address(), replayed));
        assertThat(records().getLast().details()).contains("refresh-token-replayed");
    }

    @Test
    void what_administrators_do() {
        var alice = house.administrator("alice");
        var admin = alice.signedIn();
        var bob = house.person("bob");
        var account = "/v1/accounts/" + bob.id();

        var invited = admin.post("/v1/invitations");
        assertThat(last()).isEqualTo(record("account.invited", "-", alice.id(), admin.address(), invited));

        var disabled = admin.patch(account, Json.object("status", "disabled"));
        assertThat(last()).isEqualTo(record("account.changed", bob.id(), alice.id(), admin.address(), disabled));
        assertThat(records().getLast().details()).contains("\"status\":\"DISABLED\"");

        var signedOut = admin.post(account + "/sign-out");
        assertThat(last())
                .isEqualTo(record("account.signed-out-everywhere", bob.id(), alice.id(), admin.address(), signedOut));

        var removed = admin.delete(account);
        assertThat(last()).isEqualTo(record("account.removed", bob.id(), alice.id(), admin.address(), removed));
    }

    @Test
    void what_is_refused_changes_nothing_and_leaves_no_record() {
        var alice = house.administrator("alice");
        var admin = alice.signedIn();
        house.person("bob");
        var before = records();

        admin.delete("/v1/accounts/" + alice.id());
        admin.patch("/v1/me", Json.object("administrator", true));
        admin.put("/v1/me/email", Json.object("email", "bob@example.com"));
        house.caller().register("bob@example.com", Person.PASSWORD);
        house.caller().get("/v1/accounts");

        assertThat(records()).isEqualTo(before);
    }

    @Test
    void times_are_those_of_the_clock_and_the_records_form_a_chain() {
        house.person("alice");
        house.clock().pass(Duration.ofHours(1));
        house.person("bob");

        var all = records();
        assertThat(Duration.between(all.get(all.size() - 2).at(), all.getLast().at()))
                .isEqualTo(Duration.ofHours(1));
        assertThat(all).extracting(AuditRecord::sequence).startsWith(1L, 2L, 3L).doesNotHaveDuplicates();
        ChainState verdict = house.database().read(tx -> house.house().audit().verify(tx, Tenant.MAIN));
        assertThat(verdict).isEqualTo(new ChainState.Intact(all.size()));
    }

    private record Recorded(String action, String subject, Optional<String> actor, String address, String requestId) {}

    private static Recorded record(String action, String subject, String actor, String address, Reply reply) {
        var acting = Optional.of(actor).filter(id -> !id.isEmpty());
        return new Recorded(action, subject, acting, address, reply.requestId());
    }

    private Recorded last() {
        var last = records().getLast();
        return new Recorded(last.action(), last.subject(), last.actor(), last.address(), last.requestId());
    }

    private List<AuditRecord> records() {
        var records = new ArrayList<AuditRecord>();
        house.database().read(tx -> {
            new AuditStore().walk(tx, Tenant.MAIN, records::add);
            return records;
        });
        return records;
    }

    private static String form(String current) {
        return Json.object("current_password", current, "new_password", "seven otters in the old mill");
    }
}
