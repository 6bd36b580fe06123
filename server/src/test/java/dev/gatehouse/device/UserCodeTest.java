package dev.gatehouse.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserCodeTest {

    @Test
    void it_is_eight_consonants_in_two_groups() {
        for (var code : Stream.generate(UserCode::random).limit(200).toList())
            assertThat(code.shown()).matches("[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}");
    }

    @Test
    void every_letter_is_about_as_likely_as_any_other() {
        var counts = new int[128];
        var seen = new HashSet<String>();
        for (var code : Stream.generate(UserCode::random).limit(5_000).toList()) {
            seen.add(code.letters());
            code.letters().chars().forEach(letter -> counts[letter]++);
        }
        assertThat(seen).hasSizeGreaterThan(4_990);
        // 2,000 of each are expected; one in a million such runs strays this far.
        for (var letter : "BCDFGHJKLMNPQRSTVWXZ".toCharArray())
            assertThat(counts[letter]).isBetween(1_750, 2_250);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WDJB-MJHT", "wdjb-mjht", " WDJB MJHT ", "wdjbmjht", "W D J B–M J H T", "WDJB—MJHT."})
    void people_may_type_it_as_they_like(String typed) {
        assertThat(UserCode.read(typed)).contains(new UserCode("WDJBMJHT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "WDJB-MJH", "WDJB-MJHTT", "WDJA-MJHT", "WDJ1-MJHT", "WDJB-MJHT-7", "ШДЖБ-МЖХТ"})
    void what_is_none_is_not_taken_for_one(String typed) {
        assertThat(UserCode.read(typed)).isEmpty();
    }
}
