package dev.gatehouse.logout;

import static dev.gatehouse.logout.DeliveryTable.LOGOUT_DELIVERY;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import dev.gatehouse.client.ClientMember;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.settings.Variable;
import dev.gatehouse.testing.Await;
import dev.gatehouse.testing.Browser;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.MovableClock;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.Race;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.Rows;
import dev.gatehouse.testing.TestHouse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Applications hear of every session that ends, by their own servers.
@EachDatabase
class BackChannelStoryTest {

    private final TestHouse house;
    private final Person admin;
    private final Person bob;
    private final Application shop;
    private final Application forum;
    private final Browser browser;

    BackChannelStoryTest(TestDatabase on) {
        house = TestHouse.on(on, Map.of(Variable.OUTBOUND_PRIVATE_ADDRESSES, "allowed"));
        // The validator of the application knows no other time than the present.
        house.clock().pass(Duration.between(MovableClock.NOON, Instant.now().truncatedTo(ChronoUnit.SECONDS)));
        admin = house.administrator("alice");
        bob = house.person("bob");
        shop = Application.register(house, "shop");
        forum = Application.register(house, "forum");
        browser = new Browser(house);
    }

    @AfterEach
    void close() {
        shop.close();
        forum.close();
        house.close();
    }

    @Test
    void the_logout_token_is_what_the_specification_wants() throws Exception {
        var tokens = shop.signIn(browser, bob, "openid");
        signOutAt(browser, tokens);
        Await.until(() -> shop.heard().size() == 1);

        var token = SignedJWT.parse(shop.heard().getFirst());
        var claims = validated(token, "shop", JWSAlgorithm.RS256);
        assertThat(claims.getSubject().getValue()).isEqualTo(bob.id());
        assertThat(claims.getSessionID().getValue()).isEqualTo(Application.sid(tokens));
        assertThat(claims.getJWTID()).isNotNull();
        assertThat(claims.getIssueTime()).isEqualTo(house.clock().instant());
        assertThat(claims.getExpirationTime()).isEqualTo(house.clock().instant().plus(Duration.ofMinutes(2)));
        assertThat(claims.getClaim("nonce")).isNull();
        assertThat(token.getHeader().getType()).isEqualTo(new JOSEObjectType("logout+jwt"));
        assertThat(Application.claims(token.serialize()).get("events"))
                .isEqualTo(Json.read("{\"http://schemas.openid.net/event/backchannel-logout\":{}}"));
        assertThat(forum.heard()).isEmpty();
        Await.until(() -> audited("logout.delivered") == 1);
        assertThat(waiting()).isZero();
    }

    @Test
    void it_is_signed_and_names_the_person_as_the_id_tokens_of_the_client_do() throws Exception {
        shop.say(ClientMember.ID_TOKEN_SIGNED_RESPONSE_ALG, "ES256");
        shop.say(ClientMember.SUBJECT_TYPE, "pairwise");
        var tokens = shop.signIn(browser, bob, "openid");
        signOutAt(browser, tokens);
        Await.until(() -> shop.heard().size() == 1);
        var claims = validated(SignedJWT.parse(shop.heard().getFirst()), "shop", JWSAlgorithm.ES256);
        assertThat(claims.getSubject().getValue())
                .isNotEqualTo(bob.id())
                .isEqualTo(
                        Application.claims(tokens.text("/id_token")).get("sub").asText());
    }

    @Test
    void everybody_who_knew_the_session_hears_of_it_and_nobody_else() {
        var shops = shop.signIn(browser, bob, "openid");
        var forums = forum.signIn(browser, bob, "openid offline_access");
        var elsewhere = new Browser(house);
        var others = forum.signIn(elsewhere, house.person("carol"), "openid");
        shop.signIn(browser, bob, "read");
        browser.submit(browser.open("/sign-out"), "/sign-out", Map.of());
        Await.until(() -> shop.heard().size() + forum.heard().size() == 2);

        assertThat(Application.sid(forums)).isEqualTo(Application.sid(shops));
        assertThat(sids(shop)).containsExactly(Application.sid(shops));
        assertThat(sids(forum)).containsExactly(Application.sid(shops)).doesNotContain(Application.sid(others));
    }

    @Test
    void it_is_told_however_a_session_ends() {
        endsBy("in the list", (_, tokens) -> bob.signedIn().delete("/v1/me/sessions/" + Application.sid(tokens)));
        endsBy(
                "everywhere, by an administrator",
                (_, _) -> admin.signedIn().post("/v1/accounts/" + bob.id() + "/sign-out"));
        endsBy(
                "by somebody else's sign-in at this browser",
                (at, _) -> at.submit(
                        at.open("/sign-in?another=yes"),
                        "/sign-in",
                        Map.of("email", admin.email(), "password", admin.password())));
        endsBy(
                "by a new password",
                (_, _) -> bob.signedIn()
                        .put(
                                "/v1/me/password",
                                Json.object(
                                        "current_password",
                                        Person.PASSWORD,
                                        "new_password",
                                        "seven otters in the old mill")));
        var renewed = new Person(bob.caller(), bob.id(), bob.email(), "seven otters in the old mill");
        endsBy(
                renewed,
                "by being disabled",
                (_, _) -> admin.signedIn().patch("/v1/accounts/" + bob.id(), Json.object("status", "disabled")));
        admin.signedIn().patch("/v1/accounts/" + bob.id(), Json.object("status", "active"));
        endsBy(renewed, "by being removed", (_, _) -> admin.signedIn().delete("/v1/accounts/" + bob.id()));
    }

    @Test
    void who_takes_a_consent_back_is_signed_out_there_and_only_there() {
        var press = Application.foreign(house, "press");
        var tokens = press.signIn(browser, bob, "openid");
        shop.signIn(browser, bob, "openid");
        assertThat(bob.signedIn().delete("/v1/me/consents/press").status()).isEqualTo(204);

        Await.until(() -> press.heard().size() == 1);
        assertThat(sids(press)).containsExactly(Application.sid(tokens));
        Await.until(() -> waiting() == 0);
        assertThat(shop.heard()).isEmpty();
        assertThat(shop.knowsNobody(browser)).isFalse();
        press.close();
    }

    @Test
    void the_session_in_which_a_password_is_changed_goes_on_for_its_applications() {
        shop.signIn(browser, bob, "openid");
        var caller = bob.signedIn();
        var session = StreamSupport.stream(
                        caller.get("/v1/me/sessions").json().at("/sessions").spliterator(), false)
                .filter(each -> each.get("current").asBoolean())
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
        // No program takes part in a browser's session; as if one did.
        Rows.change(house.database(), "update session_client set session_id = '" + session + "'");
        caller.put(
                "/v1/me/password",
                Json.object("current_password", Person.PASSWORD, "new_password", "seven otters in the old mill"));

        assertThat(waiting()).isZero();
        assertThat(shop.heard()).isEmpty();
    }

    @Test
    void what_did_not_happen_is_not_told() {
        shop.signIn(browser, admin, "openid");
        assertThat(admin.signedIn().delete("/v1/accounts/" + admin.id()).refusal())
                .isEqualTo("409 last-administrator");
        assertThat(waiting()).isZero();
        assertThat(shop.heard()).isEmpty();
    }

    @Test
    void who_has_trouble_is_told_again_with_another_token_and_longer_and_longer_pauses() {
        shop.answers(() -> 503);
        signOutAt(browser, shop.signIn(browser, bob, "openid"));
        for (int attempts = 1; attempts <= 4; attempts++) {
            int expected = attempts;
            Await.until(() -> shop.heard().size() == expected && !isUnderWay());
            var longest = Duration.ofSeconds(5L << (attempts - 1));
            assertThat(dueIn()).isBetween(longest.toMillis() / 2, longest.toMillis());
            house.clock().pass(longest);
        }
        shop.answers(() -> 204);
        Await.until(() -> audited("logout.delivered") == 1);
        assertThat(shop.heard().stream().map(token -> Application.claims(token).get("jti")))
                .doesNotHaveDuplicates();
        assertThat(waiting()).isZero();
    }

    @Test
    void after_a_day_it_is_given_up_with_a_record() {
        shop.answers(() -> 500);
        signOutAt(browser, shop.signIn(browser, bob, "openid"));
        Await.until(() -> shop.heard().size() == 1 && !isUnderWay());
        house.clock().pass(Duration.ofHours(23));
        Await.until(() -> shop.heard().size() == 2 && !isUnderWay());
        assertThat(audited("logout.given-up")).isZero();
        house.clock().pass(Duration.ofHours(1));
        Await.until(() -> audited("logout.given-up") == 1);
        assertThat(shop.heard()).hasSize(3);
        assertThat(waiting()).isZero();
    }

    @Test
    void who_says_that_it_cannot_be_done_is_not_asked_again() {
        shop.answers(() -> 400);
        forum.answers(() -> 501);
        shop.signIn(browser, bob, "openid");
        signOutAt(browser, forum.signIn(browser, bob, "openid"));
        Await.until(() -> audited("logout.refused") == 2);
        house.clock().pass(Duration.ofHours(2));
        assertThat(waiting()).isZero();
        assertThat(shop.heard()).hasSize(1);
        assertThat(forum.heard()).hasSize(1);
    }

    @Test
    void an_application_without_an_address_is_not_told_and_nothing_is_left_over() {
        shop.say(ClientMember.BACKCHANNEL_LOGOUT_URI, "");
        signOutAt(browser, shop.signIn(browser, bob, "openid"));
        Await.until(() -> waiting() == 0);
        assertThat(shop.heard()).isEmpty();
        assertThat(audited("logout.delivered")).isZero();
    }

    @Test
    void a_slow_application_holds_no_other_up() throws Exception {
        var open = new CountDownLatch(1);
        shop.answers(() -> {
            await(open);
            return 200;
        });
        for (int i = 0; i < 8; i++) signOutAt(browser, shop.signIn(browser, bob, "openid"));
        signOutAt(browser, forum.signIn(browser, bob, "openid"));
        Await.until(() -> forum.heard().size() == 1);
        assertThat(shop.heard()).as("its share, and no more").hasSizeLessThanOrEqualTo(4);
        open.countDown();
        Await.until(() -> waiting() == 0);
        assertThat(shop.heard()).hasSize(8);
    }

    @Test
    void two_nodes_tell_each_application_once() {
        try (var other = house.neighbour()) {
            var browsers =
                    IntStream.range(0, 6).mapToObj(_ -> new Browser(house)).toList();
            var all = new ArrayList<Reply>();
            for (var each : browsers) all.add(shop.signIn(each, bob, "openid"));
            // A key that was made just now is known to other nodes within a second.
            Await.until(() -> other.caller().get("/oauth2/jwks").http().body().contains("RS256"));
            var statuses = Race.of(
                    6,
                    i -> signOutAt(
                            i % 2 == 0 ? browsers.get(i) : browsers.get(i).at(other), all.get(i)));
            assertThat(statuses).containsOnly(200);
            Await.until(() -> waiting() == 0);
            assertThat(sids(shop))
                    .containsExactlyInAnyOrderElementsOf(
                            all.stream().map(Application::sid).toList());
        }
    }

    @Test
    void of_many_who_want_a_delivery_one_gets_it() {
        shop.answers(() -> 503);
        signOutAt(browser, shop.signIn(browser, bob, "openid"));
        Await.until(() -> shop.heard().size() == 1 && !isUnderWay());
        house.house().close();
        house.clock().pass(Duration.ofMinutes(1));
        var deliveries = new Deliveries(house.database(), null, null);
        var begun = Race.of(50, _ -> deliveries.begin(List.of(), 10, _ -> 10).size());
        assertThat(begun).containsOnlyOnce(1);
    }

    @Test
    void a_node_that_dies_while_it_tells_leaves_it_to_the_others() {
        var open = new CountDownLatch(1);
        shop.answers(() -> {
            await(open);
            return 200;
        });
        signOutAt(browser, shop.signIn(browser, bob, "openid"));
        Await.until(() -> shop.heard().size() == 1);
        house.house().close();
        open.countDown();
        try (var other = house.neighbour()) {
            assertThat(waiting()).isOne();
            other.clock().pass(Delivery.LEASE);
            Await.until(() -> waiting() == 0);
            assertThat(sids(shop)).hasSize(2);
        }
    }

    private interface Ending {
        void of(Browser at, Reply tokens);
    }

    private void endsBy(String how, Ending ending) {
        endsBy(bob, how, ending);
    }

    private void endsBy(Person person, String how, Ending ending) {
        var before = shop.heard().size();
        var at = new Browser(house);
        var tokens = shop.signIn(at, person, "openid");
        ending.of(at, tokens);
        Await.until(() -> waiting() == 0);
        assertThat(sids(shop).subList(before, shop.heard().size())).as(how).containsExactly(Application.sid(tokens));
    }

    private static int signOutAt(Browser browser, Reply tokens) {
        return browser.open("/oauth2/logout?id_token_hint=" + tokens.text("/id_token"))
                .status();
    }

    private LogoutTokenClaimsSet validated(SignedJWT token, String client, JWSAlgorithm algorithm) throws Exception {
        var keys = JWKSet.parse(house.caller().get("/oauth2/jwks").http().body());
        var validator =
                new LogoutTokenValidator(new Issuer("https://id.example.com"), new ClientID(client), algorithm, keys);
        return validator.validate(token);
    }

    private static List<String> sids(Application application) {
        return application.heard().stream()
                .map(token -> Application.claims(token).get("sid").asText())
                .toList();
    }

    private int waiting() {
        return Rows.texts(house.database(), "logout_delivery", "id").size();
    }

    private long audited(String action) {
        return Rows.texts(house.database(), "audit_record", "action").stream()
                .filter(action::equals)
                .count();
    }

    /// Whether a node holds it: due when the lease is over, to the second.
    private boolean isUnderWay() {
        return dueIn() == Delivery.LEASE.toMillis();
    }

    private long dueIn() {
        return house.database()
                .read(tx -> tx.select(LOGOUT_DELIVERY.delivery)
                        .where(LOGOUT_DELIVERY.attempts.ge(0))
                        .first())
                .map(delivery -> Duration.between(house.clock().instant(), delivery.dueAt())
                        .toMillis())
                .orElse(0L);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }
}
