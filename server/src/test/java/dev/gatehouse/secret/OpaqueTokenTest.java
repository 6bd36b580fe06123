package dev.gatehouse.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpaqueTokenTest {
    @Test
    void a_token_carries_its_prefix_256_random_bits_and_a_checksum() {
        assertThat(OpaqueToken.random("ghr_")).matches("ghr_[A-Za-z0-9_-]{43}[A-Za-z0-9_-]{6}");
    }

    @Test
    void no_two_tokens_are_alike() {
        var tokens = new HashSet<String>();
        IntStream.range(0, 10_000).forEach(_ -> tokens.add(OpaqueToken.random("ghr_")));
        assertThat(tokens).hasSize(10_000);
    }

    @Test
    void a_token_of_ours_is_well_formed() {
        assertThat(OpaqueToken.isWellFormed("ghr_", OpaqueToken.random("ghr_"))).isTrue();
    }

    @Test
    void one_wrong_character_anywhere_is_noticed() {
        var token = OpaqueToken.random("ghr_");
        for (var at = 0; at < token.length(); at++) {
            var other = token.charAt(at) == 'x' ? 'y' : 'x';
            var mistyped = token.substring(0, at) + other + token.substring(at + 1);
            assertThat(OpaqueToken.isWellFormed("ghr_", mistyped)).as(mistyped).isFalse();
        }
    }

    @Test
    void another_kind_of_token_is_not_well_formed() {
        assertThat(OpaqueToken.isWellFormed("ghr_", OpaqueToken.random("ghs_"))).isFalse();
        assertThat(OpaqueToken.isWellFormed("ghr_", "")).isFalse();
        assertThat(OpaqueToken.isWellFormed("ghr_", OpaqueToken.random("ghr_") + "="))
                .isFalse();
    }

    @Test
    void a_prefix_that_scanners_could_not_find_is_refused() {
        assertThatThrownBy(() -> OpaqueToken.random("r")).hasMessageContaining("not a token prefix");
    }
}
