package dev.gatehouse.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailTest {

    @ParameterizedTest
    @CsvSource({
        "Alice@Example.COM, alice@example.com",
        "' alice@example.com ', alice@example.com",
        "jose\u0301@example.com, jos\u00e9@example.com",
        "ПОЧТА@пример.рф, почта@пример.рф",
    })
    void spellings_that_people_take_for_the_same_are_the_same(String one, String other) {
        assertThat(Email.key(one)).isEqualTo(Email.key(other));
    }

    @ParameterizedTest
    @CsvSource({
        "alice@example.com, al.ice@example.com",
        "alice@example.com, alice+news@example.com",
        "alice@example.com, аlice@example.com",
    })
    void what_mail_servers_tell_apart_we_tell_apart(String one, String other) {
        assertThat(Email.key(one)).isNotEqualTo(Email.key(other));
    }

    @Test
    void the_language_of_the_machine_changes_nothing() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(Email.key("ISABEL@EXAMPLE.COM")).isEqualTo("isabel@example.com");
        } finally {
            Locale.setDefault(before);
        }
    }
}
