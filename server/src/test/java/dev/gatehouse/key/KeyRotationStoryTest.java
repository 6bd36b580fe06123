package dev.gatehouse.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.jose.JwtAlgorithm;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.settings.Variable;
import dev.gatehouse.testing.Await;
import dev.gatehouse.testing.Race;
import dev.gatehouse.testing.TestHouse;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// One signing key follows another, and no client notices.
@EachDatabase
class KeyRotationStoryTest {

    private static final Duration A_DAY = Duration.ofDays(1);

    private final TestDatabase on;
    private final TestHouse house;

    KeyRotationStoryTest(TestDatabase on) {
        this.on = on;
        house = TestHouse.on(on);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void the_next_key_is_published_long_before_it_signs() throws ParseException {
        var next = next();
        assertThat(published(house)).contains(next);

        house.clock().pass(A_DAY);
        assertThat(rotate(false)).isEqualTo(new Rotation.Done(next));
        assertThat(kidOf(house.person("alice").tokens().access())).isEqualTo(next);
        assertThat(published(house)).contains(next, next()).hasSize(3);
    }

    @Test
    void of_many_who_need_the_first_key_of_an_algorithm_each_gets_the_same() {
        try (var neighbour = house.neighbour()) {
            var nodes = List.of(house, neighbour);
            var kids = Race.of(
                    50,
                    number -> nodes.get(number % 2)
                            .house()
                            .keys()
                            .current(SigningKeys.EVERYBODYS)
                            .kid());
            assertThat(Set.copyOf(kids)).hasSize(1);
        }
        assertThat(states()).containsExactlyInAnyOrder("current", "next", "current", "next");
    }

    /// Whoever loads the keys for one algorithm must not put back what there was before those of another.
    @Test
    void the_first_keys_of_several_algorithms_do_not_drive_one_another_out() {
        var several = List.of(JwtAlgorithm.ES384, JwtAlgorithm.ES256, JwtAlgorithm.EDDSA, JwtAlgorithm.RS256);
        var keys = house.house().keys();
        var kids = Race.of(
                48, number -> keys.current(several.get(number % several.size())).kid());
        assertThat(Set.copyOf(kids)).hasSize(several.size());
        assertThat(kids).allSatisfy(kid -> assertThat(keys.find(kid)).isPresent());
    }

    @Test
    void keys_that_are_rotated_and_revoked_at_once_stay_a_pair() {
        try (var neighbour = house.neighbour()) {
            for (int round = 0; round < 5; round++) {
                var next = next();
                var current = house.house().keys().current().kid();
                var outcomes = Race.of(12, number -> switch (number % 3) {
                    case 0 -> neighbour.house().keyRotation().rotate(true, Origin.COMMAND_LINE);
                    case 1 -> revoke(next);
                    default -> revoke(current);
                });
                assertThat(outcomes)
                        .hasOnlyElementsOfTypes(Rotation.Done.class, Rotation.NoSuchKey.class)
                        .hasAtLeastOneElementOfType(Rotation.Done.class);
                assertThat(states()).containsOnlyOnce("current").containsOnlyOnce("next");
            }
        }
    }

    @Test
    void a_token_of_the_key_before_stays_good() {
        var alice = house.person("alice").signedIn();
        house.clock().pass(Duration.ofMinutes(5));
        rotate(true);

        assertThat(alice.get("/v1/me").status()).isEqualTo(200);
    }

    @Test
    void a_next_key_that_clients_may_not_know_yet_has_to_wait() {
        var current = house.house().keys().current().kid();
        assertThat(rotate(false)).isEqualTo(new Rotation.TooSoon(KeyRotation.KNOWN_TO_ALL));
        house.clock().pass(KeyRotation.KNOWN_TO_ALL.minusSeconds(1));
        assertThat(rotate(false)).isEqualTo(new Rotation.TooSoon(Duration.ofSeconds(1)));
        assertThat(house.house().keys().current().kid()).isEqualTo(current);

        house.clock().pass(Duration.ofSeconds(1));
        assertThat(rotate(false)).isInstanceOf(Rotation.Done.class);
    }

    @Test
    void a_revoked_key_takes_its_tokens_with_it() throws ParseException {
        var alice = house.person("alice");
        var stolen = alice.signedIn();
        var gone = house.house().keys().current().kid();
        var next = next();

        assertThat(revoke(gone)).isEqualTo(new Rotation.Done(next));
        assertThat(stolen.get("/v1/me").refusal()).isEqualTo("401 not-signed-in");
        assertThat(published(house)).doesNotContain(gone).contains(next);
        assertThat(alice.signedIn().get("/v1/me").status()).isEqualTo(200);
    }

    @Test
    void a_revoked_next_key_has_a_successor_and_a_retired_one_needs_none() throws ParseException {
        var current = house.house().keys().current().kid();
        var next = next();
        revoke(next);
        assertThat(house.house().keys().current().kid()).isEqualTo(current);
        assertThat(published(house))
                .doesNotContain(next)
                .contains(current, next())
                .hasSize(2);

        rotate(true);
        revoke(current);
        assertThat(published(house)).doesNotContain(current).hasSize(2);
        assertThat(revoke("no such key")).isEqualTo(new Rotation.NoSuchKey());
    }

    @Test
    void keys_rotate_by_themselves_when_their_time_has_come() {
        var first = house.house().keys().current().kid();
        house.clock().pass(A_DAY.multipliedBy(90).minusSeconds(1));
        house.house().keyRotation().rotateIfDue();
        assertThat(house.house().keys().current().kid()).isEqualTo(first);

        house.clock().pass(Duration.ofSeconds(1));
        house.house().keyRotation().rotateIfDue();
        house.house().keyRotation().rotateIfDue();
        assertThat(states()).containsExactlyInAnyOrder("retired", "current", "next");
    }

    @Test
    void with_0_days_nobody_but_the_operator_rotates() {
        house.restart(Map.of(Variable.KEY_ROTATION_DAYS, "0"));
        house.clock().pass(A_DAY.multipliedBy(3_000));
        house.house().keyRotation().rotateIfDue();
        assertThat(states()).containsExactlyInAnyOrder("current", "next");
    }

    @Test
    void a_retired_key_goes_when_nothing_it_signed_is_good_any_more() {
        rotate(true);
        house.clock().pass(A_DAY.multipliedBy(7).plusMinutes(15));
        assertThat(sweep()).isZero();

        house.clock().pass(Duration.ofSeconds(1));
        assertThat(sweep()).isOne();
        assertThat(states()).containsExactlyInAnyOrder("current", "next");
    }

    @Test
    void of_many_who_rotate_at_once_each_finds_keys_that_work() {
        house.clock().pass(A_DAY);
        var outcomes = Race.of(16, _ -> rotate(false));

        assertThat(outcomes).filteredOn(Rotation.Done.class::isInstance).hasSize(1);
        assertThat(states()).containsExactlyInAnyOrder("retired", "current", "next");
    }

    @Test
    void another_node_follows_within_a_second() throws ParseException {
        try (var neighbour = house.neighbour()) {
            var alice = neighbour.person("alice");
            rotate(true);
            var signing = house.house().keys().current().kid();

            Await.until(() -> kidOf(alice.tokens().access()).equals(signing));
            assertThat(published(neighbour)).isEqualTo(published(house));
            assertThat(house.caller()
                            .with(alice.tokens().access())
                            .get("/v1/me")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void with_a_shared_secret_there_is_nothing_to_rotate() {
        try (var shared = TestHouse.on(on, Map.of(Variable.JWT_ALGORITHM, "HS256"))) {
            var rotation = shared.house().keyRotation();
            assertThat(rotation.rotate(true, Origin.COMMAND_LINE)).isEqualTo(new Rotation.SharedSecret());
            assertThat(rotation.revoke("any", Origin.COMMAND_LINE)).isEqualTo(new Rotation.SharedSecret());
            rotation.rotateIfDue();
        }
    }

    @Test
    void the_keys_that_clients_asked_for_follow_one_another_as_well() {
        house.house().keys().prepare(JwtAlgorithm.ES384);
        var before = house.house().keys().current(JwtAlgorithm.ES384).kid();
        rotate(true);
        assertThat(house.house().keys().current(JwtAlgorithm.ES384).kid()).isNotEqualTo(before);
        assertThat(house.house().keys().find(before)).isPresent();
    }

    private Rotation rotate(boolean atOnce) {
        return house.house().keyRotation().rotate(atOnce, Origin.COMMAND_LINE);
    }

    private Rotation revoke(String kid) {
        return house.house().keyRotation().revoke(kid, Origin.COMMAND_LINE);
    }

    private int sweep() {
        return house.database().<Integer>write(tx -> house.house().keyRotation().sweep(tx, 500));
    }

    private String next() {
        return house.house().keys().stored().stream()
                .filter(key -> key.state().equals("next"))
                .findFirst()
                .orElseThrow()
                .kid();
    }

    private List<String> states() {
        return house.house().keys().stored().stream().map(KnownKey::state).toList();
    }

    private static List<String> published(TestHouse node) throws ParseException {
        return JWKSet.parse(node.caller().get("/oauth2/jwks").http().body()).getKeys().stream()
                .map(JWK::getKeyID)
                .toList();
    }

    private static String kidOf(String token) {
        try {
            return SignedJWT.parse(token).getHeader().getKeyID();
        } catch (ParseException broken) {
            throw new AssertionError(broken);
        }
    }
}
