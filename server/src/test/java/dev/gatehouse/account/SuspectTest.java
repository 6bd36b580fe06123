package dev.gatehouse.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.account.Suspect.Kind;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SuspectTest {

    @ParameterizedTest
    @CsvSource({
        "ACCOUNT, 4, 0",
        "ACCOUNT, 5, 1",
        "ACCOUNT, 6, 2",
        "ACCOUNT, 9, 16",
        "ACCOUNT, 14, 512",
        "ACCOUNT, 15, 900",
        "ACCOUNT, 1000000, 900",
        "FAMILIAR, 9, 0",
        "FAMILIAR, 10, 1",
        "FAMILIAR, 18, 256",
        "FAMILIAR, 19, 300",
        "ADDRESS, 29, 0",
        "ADDRESS, 30, 1",
        "ADDRESS, 2147483647, 300",
    })
    void after_so_many_failures_one_waits_so_many_seconds(Kind kind, int failures, long seconds) {
        assertThat(kind.delayAfter(failures)).isEqualTo(Duration.ofSeconds(seconds));
    }

    /// NIST SP 800-63B-4 §3.2.2 allows a hundred failures in a row; nobody gets there in less than half a day.
    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"ACCOUNT"})
    void a_hundred_guesses_at_one_account_take_most_of_a_day(Kind kind) {
        var waited = IntStream.rangeClosed(1, 100).mapToObj(kind::delayAfter).reduce(Duration.ZERO, Duration::plus);
        assertThat(waited).isGreaterThan(Duration.ofHours(12));
    }
}
