package dev.gatehouse.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.secret.OpaqueToken.Kind;
import java.util.Arrays;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpaqueTokenTest {
    @Test
    void a_token_carries_its_prefix_256_random_bits_and_a_checksum() {
        assertThat(OpaqueToken.random(Kind.REFRESH_TOKEN)).matches("gate_refresh_[A-Za-z0-9_-]{43}[A-Za-z0-9_-]{6}");
    }

    @Test
    void one_pattern_finds_every_kind_and_no_two_kinds_look_alike() {
        for (var kind : Kind.values()) assertThat(OpaqueToken.random(kind)).matches("gate_[a-z]+_[A-Za-z0-9_-]{49}");
        assertThat(Arrays.stream(Kind.values()).map(Kind::prefix)).doesNotHaveDuplicates();
    }

    @Test
    void no_two_tokens_are_alike() {
        var tokens = new HashSet<String>();
        IntStream.range(0, 10_000).forEach(_ -> tokens.add(OpaqueToken.random(Kind.TICKET)));
        assertThat(tokens).hasSize(10_000);
    }

    @Test
    void a_token_of_ours_is_well_formed() {
        for (var kind : Kind.values())
            assertThat(OpaqueToken.isWellFormed(kind, OpaqueToken.random(kind))).isTrue();
    }

    @Test
    void what_was_given_out_under_the_former_prefix_stays_good() {
        var former = "ghr_3q2-7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAwWbgog";
        assertThat(OpaqueToken.isWellFormed(Kind.REFRESH_TOKEN, former)).isTrue();
        assertThat(OpaqueToken.isWellFormed(Kind.TICKET, former)).isFalse();
    }

    @Test
    void one_wrong_character_anywhere_is_noticed() {
        var token = OpaqueToken.random(Kind.REFRESH_TOKEN);
        for (var at = 0; at < token.length(); at++) {
            var other = token.charAt(at) == 'x' ? 'y' : 'x';
            var mistyped = token.substring(0, at) + other + token.substring(at + 1);
            assertThat(OpaqueToken.isWellFormed(Kind.REFRESH_TOKEN, mistyped))
                    .as(mistyped)
                    .isFalse();
        }
    }

    @Test
    void another_kind_of_token_is_not_well_formed() {
        var token = OpaqueToken.random(Kind.REFRESH_TOKEN);
        for (var kind : Kind.values())
            assertThat(OpaqueToken.isWellFormed(kind, token)).isEqualTo(kind == Kind.REFRESH_TOKEN);
        assertThat(OpaqueToken.isWellFormed(Kind.REFRESH_TOKEN, "")).isFalse();
        assertThat(OpaqueToken.isWellFormed(Kind.REFRESH_TOKEN, token + "=")).isFalse();
    }
}
