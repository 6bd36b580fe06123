package dev.gatehouse.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class LanguageTest {
    private static String best(String header) {
        return AcceptLanguage.best(header).map(Language::tag).orElse("none");
    }

    @Test
    void the_most_wished_for_of_ours_wins() {
        assertThat(best("ru")).isEqualTo("ru");
        assertThat(best("ru-RU,ru;q=0.9,en-US;q=0.8,en;q=0.7")).isEqualTo("ru");
        assertThat(best("en;q=0.5, RU ; q=0.501")).isEqualTo("ru");
        assertThat(best("de-CH, de;q=0.9, en;q=0.1")).isEqualTo("en");
        assertThat(best("en, ru")).isEqualTo("en");
        assertThat(best("ru, en")).isEqualTo("ru");
        assertThat(best("uk, ru;q=0, en;q=0.001")).isEqualTo("en");
    }

    @Test
    void a_star_is_any_that_is_not_named() {
        assertThat(best("*")).isEqualTo("en");
        assertThat(best("en;q=0, *")).isEqualTo("ru");
        assertThat(best("en;q=0.2, *;q=0.5")).isEqualTo("ru");
        assertThat(best("*;q=0")).isEqualTo("none");
    }

    @Test
    void what_makes_no_sense_is_passed_over() {
        assertThat(best("")).isEqualTo("none");
        assertThat(best(";q=1,ru;q=2,en;q=x,,-,rus,a b")).isEqualTo("none");
        assertThat(best("ru;q=1.5, en;q=0.1")).isEqualTo("en");
        assertThat(best("de,".repeat(1000) + "ru")).isEqualTo("none");
    }

    @Test
    void a_request_names_several_and_gets_the_first_of_ours() {
        assertThat(Language.firstOf("fr-CA fr ru-BY en")).contains(Language.RUSSIAN);
        assertThat(Language.firstOf("fr  ")).isEmpty();
        assertThat(Language.of("EN-Latn-GB")).contains(Language.ENGLISH);
        assertThat(Language.of("english")).isEqualTo(Optional.empty());
    }

    @Test
    void words_go_with_their_number() {
        for (long n : new long[] {1, 21, 101, 1001}) assertThat(russian(n)).isEqualTo("комната");
        for (long n : new long[] {2, 3, 4, 22, 104}) assertThat(russian(n)).isEqualTo("комнаты");
        for (long n : new long[] {0, 5, 11, 12, 13, 14, 19, 25, 111, 112, 1014})
            assertThat(russian(n)).isEqualTo("комнат");
        assertThat(Plural.english(1, "room", "rooms")).isEqualTo("room");
        assertThat(Plural.english(0, "room", "rooms")).isEqualTo("rooms");
        assertThat(Plural.english(21, "room", "rooms")).isEqualTo("rooms");
    }

    private static String russian(long count) {
        return Plural.russian(count, "комната", "комнаты", "комнат");
    }
}
