package dev.gatehouse.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Whatever is said stays within the characters of RFC 6749 §5.2.
class ErrorDescriptionTest {

    @Test
    void of_every_character_there_is_only_allowed_ones_are_left() {
        var everything =
                IntStream.range(0, 0x3000).mapToObj(Character::toString).collect(Collectors.joining());
        assertThat(ErrorDescription.of(everything + "\uD83D\uDD11")).matches("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]+");
    }

    @Test
    void what_is_allowed_stays_as_it_is() {
        assertThat(ErrorDescription.of("Send 'code' (RFC 6749).")).isEqualTo("Send 'code' (RFC 6749).");
        assertThat(ErrorDescription.of("a \"b\" \\ `c`\nd")).isEqualTo("a 'b' / 'c' d");
    }
}
