package dev.gatehouse.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonPasswordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"password", "qwerty", "trustno1", "passwordpassword", "iloveyou", "gfhjkm"})
    void the_most_common_are_refused(String password) {
        assertThat(CommonPasswords.contains(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PassWord", "ＰＡＳＳＷＯＲＤ", "p@ssw0rd", "P455w0rd", "1iverp00l", "!loveyou"})
    void capitals_and_look_alikes_do_not_make_another_word(String password) {
        assertThat(CommonPasswords.contains(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Password2024!", "liverpool1234567890", "123456789dragon", "!!sunshine!!", "P@ssw0rd123456789"})
    void a_year_or_a_row_of_digits_does_not_make_another_word(String password) {
        assertThat(CommonPasswords.contains(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dragondragondragon", "dragon1dragon1dragon1", "abcabcabcabcabc", "LoveloveloveLOVE2024"})
    void saying_a_word_again_does_not_make_another_word(String password) {
        assertThat(CommonPasswords.contains(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaaaaaaaaaaaaaa",
                "abcdefghijklmnop",
                "123456789012345",
                "qwertyuiopasdfghjkl",
                "йцукенгшщзхъфывапр",
                "                ",
                "111222333444555",
                ""
            })
    void what_follows_from_the_first_character_is_refused_at_any_length(String password) {
        assertThat(CommonPasswords.contains(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "correcthorsebatterystaple",
                "сорок тысяч обезьян",
                "dragon8301964725",
                "tr0ub4dor&3xylophon",
                "Kq7#vL0pz2Wm",
                "絶対に忘れない合言葉です",
                "sunshine over Reykjavik",
                "830196472588204"
            })
    void other_passwords_pass(String password) {
        assertThat(CommonPasswords.contains(password)).isFalse();
    }

    @Test
    void every_word_of_the_list_is_found() throws IOException {
        var words = words();
        assertThat(words).hasSizeGreaterThan(49_000).allMatch(CommonPasswords::contains);
    }

    @Test
    void the_list_is_sorted_by_bytes_as_the_search_needs() throws IOException {
        assertThat(words())
                .isSortedAccordingTo(
                        Comparator.comparing(word -> word.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned));
    }

    private static java.util.List<String> words() throws IOException {
        try (var in = CommonPasswordsTest.class.getResourceAsStream("common-passwords.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
