package dev.gatehouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.testing.CapturedLog;
import dev.gatehouse.testing.FullStory;
import dev.gatehouse.testing.TestHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whatever people do, no password, code or token is written to the log.
@EachDatabase
class SecretInLogsTest {

    private final TestHouse house;

    SecretInLogsTest(TestDatabase on) {
        house = TestHouse.on(on);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_log_line_holds_no_secret() {
        try (var log = CapturedLog.begin()) {
            var secrets = FullStory.tell(house);

            var text = log.text();

            assertThat(text).contains("/v1/sign-in", "/v1/accounts");
            assertThat(secrets)
                    .hasSizeGreaterThan(10)
                    .noneMatch(secret -> text.contains(secret) || text.contains(secret.replace(' ', '+')));
        }
    }
}
