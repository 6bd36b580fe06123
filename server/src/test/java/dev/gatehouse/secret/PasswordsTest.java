package dev.gatehouse.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.secret.Hashing.Busy;
import dev.gatehouse.secret.Hashing.Hashed;
import dev.gatehouse.secret.Verification.Differs;
import dev.gatehouse.secret.Verification.Matches;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PasswordsTest {
    private static final MasterKey MASTER = MasterKey.of("a secret of alice and bob, long enough");

    private final Passwords passwords = new Passwords(new PasswordCost(64, 1, 1), MASTER);

    @AfterEach
    void close() {
        passwords.close();
    }

    @Test
    void what_was_hashed_is_recognised() {
        var stored = ((Hashed) passwords.hash("correct horse")).stored();
        assertThat(passwords.verify(stored, "correct horse")).isEqualTo(new Matches(false));
        assertThat(passwords.verify(stored, "wrong horse")).isEqualTo(new Differs());
    }

    @Test
    void nobody_has_no_password() {
        assertThat(passwords.verifyNobody("correct horse")).isEqualTo(new Differs());
    }

    @Test
    void a_torn_hash_is_a_fault() {
        assertThatThrownBy(() -> passwords.verify("torn", "correct horse")).isInstanceOf(UnreadableHash.class);
    }

    @Test
    void a_flood_is_answered_with_busy_or_the_truth_and_nothing_else() throws Exception {
        try (var dear = new Passwords(new PasswordCost(4 * 1024, 8, 1), MASTER);
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 500)
                    .mapToObj(_ -> people.submit(() -> dear.verifyNobody("correct horse")))
                    .toList();
            var busy = 0;
            for (var answer : answers) {
                switch (answer.get()) {
                    case Busy(var retryAfter) -> {
                        assertThat(retryAfter).isPositive();
                        busy++;
                    }
                    case Differs() -> {}
                    case Matches _ -> throw new AssertionError("nobody has no password");
                }
            }
            assertThat(busy).isBetween(1, 499);
        }
    }

    @Test
    void after_closing_everyone_is_told_to_come_back() {
        passwords.close();
        assertThat(passwords.hash("correct horse")).isInstanceOf(Busy.class);
    }
}
