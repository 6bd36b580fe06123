package dev.gatehouse.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.testing.Race;
import dev.gatehouse.testing.Rows;
import dev.gatehouse.testing.TestHouse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Many records in one transaction are as good as each in its own.
@EachDatabase
class LoneRecordsTest {

    private static final int MANY = 50;

    /// The first two records are of the signing keys.
    private static final int BEFORE = 2;

    private final TestHouse house;
    private final LoneRecords records;

    LoneRecordsTest(TestDatabase on) {
        house = TestHouse.on(on);
        records = new LoneRecords(house.database(), house.house().audit());
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void each_of_many_at_once_is_kept_when_its_writer_goes_on() {
        var seen = Race.of(MANY, number -> {
            records.write(event("person-" + number));
            return subjects().contains("person-" + number);
        });

        assertThat(seen).hasSize(MANY).containsOnly(true);
        assertThat(subjects())
                .containsAll(
                        IntStream.range(0, MANY).mapToObj(n -> "person-" + n).toList())
                .doesNotHaveDuplicates()
                .hasSize(BEFORE + MANY);
        assertThat(chain()).isEqualTo(new ChainState.Intact(BEFORE + MANY));
    }

    @Test
    void two_nodes_write_one_chain() {
        try (var node = house.neighbour()) {
            var elsewhere = new LoneRecords(node.database(), node.house().audit());
            Race.of(MANY, number -> {
                (number % 2 == 0 ? records : elsewhere).write(event("person-" + number));
                return number;
            });
            assertThat(chain()).isEqualTo(new ChainState.Intact(BEFORE + MANY));
        }
    }

    @Test
    void one_that_cannot_be_stored_keeps_no_other_from_it() {
        var outcomes = Race.of(MANY, number -> {
            if (number % 10 == 7) {
                assertThatThrownBy(() -> records.write(event("no \0 can be stored " + number)))
                        .isInstanceOf(IllegalArgumentException.class);
                return "refused";
            }
            records.write(event("person-" + number));
            return "kept";
        });

        assertThat(outcomes).filteredOn("refused"::equals).hasSize(MANY / 10);
        assertThat(chain()).isEqualTo(new ChainState.Intact(BEFORE + MANY - MANY / 10));
    }

    private static AuditEvent event(String subject) {
        return new AuditEvent(Tenant.MAIN, "token.issued", subject, Origin.SERVER);
    }

    private List<String> subjects() {
        return Rows.texts(house.database(), "audit_record", "subject");
    }

    private ChainState chain() {
        return house.database().read(tx -> house.house().audit().verify(tx, Tenant.MAIN));
    }
}
