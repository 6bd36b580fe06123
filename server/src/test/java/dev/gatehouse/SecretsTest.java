package dev.gatehouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.revision.Tables;
import dev.gatehouse.testing.CapturedLog;
import dev.gatehouse.testing.FullStory;
import dev.gatehouse.testing.Rows;
import dev.gatehouse.testing.TestHouse;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Where a password, a code or a token must never be found, whatever people do.
@EachDatabase
class SecretsTest {

    private final TestHouse house;

    SecretsTest(TestDatabase on) {
        house = TestHouse.on(on);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void not_in_a_line_of_the_log() {
        try (var log = CapturedLog.begin()) {
            var secrets = FullStory.tell(house);

            var text = log.text();

            assertThat(text).contains("/v1/sign-in", "/v1/accounts");
            assertThat(secrets)
                    .hasSizeGreaterThan(10)
                    .noneMatch(secret -> text.contains(secret) || text.contains(secret.replace(' ', '+')));
        }
    }

    @Test
    void not_in_any_table() {
        var secrets = FullStory.tell(house);

        assertThat(Tables.ALL).allSatisfy(table -> {
            var stored = String.join("\n", rows(table.name()));
            assertThat(secrets).noneMatch(stored::contains);
        });
        assertThat(rows("refresh_token")).isNotEmpty();
        assertThat(rows("password_credential")).anyMatch(value -> value.contains("argon2id"));
    }

    /// A record outlives the account that it is about, so it knows people by their id alone.
    @Test
    void and_no_address_of_e_mail_in_a_record() {
        FullStory.tell(house);

        assertThat(rows("audit_record")).isNotEmpty().noneMatch(value -> value.contains("@"));
        assertThat(String.join("\n", rows("throttle"))).doesNotContain("@");
    }

    private List<String> rows(String table) {
        return Rows.texts(house.database(), table, "*").stream()
                .filter(Objects::nonNull)
                .toList();
    }
}
