package dev.gatehouse.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.TestHouse;
import java.text.Normalizer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a password may be, told at registration.
@EachDatabase
class PasswordRuleStoryTest {

    private final TestHouse house;

    PasswordRuleStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void fifteen_characters_are_enough_and_fourteen_are_not() {
        assertThat(chosen("hzqx pfkw vjtm").faults()).containsExactly("/password min_length");
        assertThat(chosen("hzqx pfkw vjtmb").status()).isEqualTo(201);
    }

    @Test
    void characters_are_counted_and_not_bytes_or_halves_of_them() {
        var fourteen = "🦊🐢🦉🐙🦋🐌🦔🐬🦩🐝🦎🐘🦦🐪";

        assertThat(chosen(fourteen).faults()).contains("/password min_length");
        assertThat(chosen(fourteen + "🦚").status()).isEqualTo(201);
    }

    @Test
    void long_ones_with_spaces_and_any_script_are_welcome() {
        var verse = "  зелёная лампа горит, 緑のランプ, and nobody is home tonight — not even the cat  ";

        assertThat(verse.length()).isGreaterThan(64);
        assertThat(chosen(verse).status()).isEqualTo(201);
        assertThat(house.caller().signIn("alice@example.com", verse).status()).isEqualTo(200);
        assertThat(house.caller().signIn("alice@example.com", verse.strip()).refusal())
                .isEqualTo("401 wrong-credentials");
    }

    @Test
    void more_than_anybody_types_is_refused() {
        assertThat(chosen("wolf den ".repeat(120)).faults()).containsExactly("/password size");
    }

    @Test
    void every_byte_of_it_counts() {
        var first72 = "kayak-lantern-orchid-47-glacier-mosaic-pepper-tunnel-velvet-wicker-zeppe";
        assertThat(first72).hasSize(72);
        chosen(first72 + "lin-aaaa");

        assertThat(house.caller()
                        .signIn("alice@example.com", first72 + "lin-bbbb")
                        .status())
                .isEqualTo(401);
        assertThat(house.caller()
                        .signIn("alice@example.com", first72 + "lin-aaaa")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void the_same_keys_are_the_same_password_on_every_device() {
        var composed = "größenwahn im café münchen";
        chosen(composed);

        var decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
        assertThat(decomposed).isNotEqualTo(composed);
        assertThat(house.caller().signIn("alice@example.com", decomposed).status())
                .isEqualTo(200);
    }

    @Test
    void what_an_attacker_tries_first_is_refused_with_the_reason() {
        assertThat(chosen("password12345678").faults()).containsExactly("/password common");
        assertThat(chosen("abababababababab").faults()).containsExactly("/password repeats");
        assertThat(chosen("qwertyuiopasdfgh").faults()).containsExactly("/password runs");
        assertThat(chosen("alice@example.com").faults()).containsExactly("/password context");
        assertThat(chosen("Alice-Liddell-12").faults()).containsExactly("/password context");
    }

    @Test
    void the_reason_says_what_to_do_and_not_what_was_typed() {
        var reply = chosen("password12345678");

        assertThat(reply.text("/errors/0/message")).contains("choose another");
        assertThat(reply.http().body()).doesNotContain("12345678");
    }

    private Reply chosen(String password) {
        return house.caller()
                .post(
                        "/v1/accounts",
                        Json.object("email", "alice@example.com", "password", password, "name", "Alice Liddell"));
    }
}
