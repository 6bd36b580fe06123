package dev.gatehouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.revision.Tables;
import dev.gatehouse.testing.FullStory;
import dev.gatehouse.testing.Rows;
import dev.gatehouse.testing.TestHouse;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whoever reads the database can neither sign in nor go on with anybody's session.
@EachDatabase
class SecretInTablesTest {

    private final TestHouse house;

    SecretInTablesTest(TestDatabase on) {
        house = TestHouse.on(on);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void no_table_holds_a_password_a_code_or_a_token() {
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
    void no_record_and_no_count_of_guesses_holds_an_address_of_e_mail() {
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
