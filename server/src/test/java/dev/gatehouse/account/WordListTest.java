package dev.gatehouse.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WordListTest {
    private final WordList words = new WordList("alice\nbob\nbobby\nörn\n".getBytes(StandardCharsets.UTF_8));

    @Test
    void a_word_is_found_wherever_it_stands() {
        assertThat(words.contains("alice")).isTrue();
        assertThat(words.contains("bob")).isTrue();
        assertThat(words.contains("bobby")).isTrue();
        assertThat(words.contains("örn")).isTrue();
    }

    @Test
    void a_part_of_a_word_is_not_a_word() {
        assertThat(words.contains("bobb")).isFalse();
        assertThat(words.contains("ali")).isFalse();
        assertThat(words.contains("lice")).isFalse();
        assertThat(words.contains("alice\nbob")).isFalse();
        assertThat(words.contains("")).isFalse();
    }

    @Test
    void what_sorts_outside_the_list_is_not_found() {
        assertThat(words.contains("aaron")).isFalse();
        assertThat(words.contains("заря")).isFalse();
    }
}
