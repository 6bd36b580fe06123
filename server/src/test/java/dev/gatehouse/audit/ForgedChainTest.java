package dev.gatehouse.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.secret.MasterKey;
import dev.gatehouse.settings.Variable;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.testing.Rows;
import dev.gatehouse.testing.TestHouse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever can only write to the database cannot change what was recorded unnoticed.
@EachDatabase
class ForgedChainTest {

    private final TestHouse house;

    ForgedChainTest(TestDatabase on) {
        house = TestHouse.on(on);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static final int RECORDS = 6;

    @BeforeEach
    void some_things_happen() {
        // The first two records are of the signing keys.
        for (var name : new String[] {"alice", "bob", "carol", "dave"}) {
            house.clock().pass(Duration.ofMinutes(1));
            house.person(name);
        }
    }

    @Test
    void left_alone_it_is_intact() {
        assertThat(verdict()).isEqualTo(new ChainState.Intact(RECORDS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at = (select min(at) from audit_record)",
                "action = 'account.removed'",
                "subject = '-'",
                "actor = 'somebody else'",
                "address = '203.0.113.7'",
                "request_id = 'another'",
                "details = '{}'",
                "digest = (select digest from audit_record where sequence = 2)",
            })
    void an_altered_record_is_found(String change) {
        assertThat(changed("update audit_record set " + change + " where sequence = 3"))
                .isEqualTo(1);
        assertThat(verdict()).isEqualTo(new ChainState.Broken(3));
    }

    @Test
    void a_dropped_record_is_found() {
        changed("delete from audit_record where sequence = 4");

        assertThat(verdict()).isEqualTo(new ChainState.Broken(4));
    }

    @Test
    void a_dropped_record_is_found_though_the_gap_is_closed() {
        changed("delete from audit_record where sequence = 4");
        changed("update audit_record set sequence = 4 where sequence = 5");
        changed("update audit_record set sequence = 5 where sequence = 6");
        changed("update audit_chain set sequence = 5");

        assertThat(verdict()).isEqualTo(new ChainState.Broken(4));
    }

    @Test
    void an_inserted_record_is_found() {
        var copied = "tenant_id, %s, at, action, subject, actor, address, request_id, details, digest";
        changed("insert into audit_record (" + copied.formatted("sequence") + ") select "
                + copied.formatted(RECORDS + 1) + " from audit_record where sequence = " + RECORDS);
        assertThat(verdict()).isEqualTo(new ChainState.Broken(RECORDS + 1));

        changed("update audit_chain set sequence = " + (RECORDS + 1));
        assertThat(verdict()).isEqualTo(new ChainState.Broken(RECORDS + 1));
    }

    @Test
    void records_that_changed_places_are_found() {
        changed("update audit_record set sequence = 100 where sequence = 3");
        changed("update audit_record set sequence = 3 where sequence = 4");
        changed("update audit_record set sequence = 4 where sequence = 100");

        assertThat(verdict()).isEqualTo(new ChainState.Broken(3));
    }

    @Test
    void an_end_that_is_cut_off_is_found() {
        changed("delete from audit_record where sequence > 4");
        assertThat(verdict()).isEqualTo(new ChainState.Broken(5));

        changed("update audit_chain set sequence = 4");
        assertThat(verdict()).isEqualTo(new ChainState.Broken(5));
    }

    @Test
    void a_chain_that_is_gone_altogether_is_found() {
        changed("delete from audit_record");

        assertThat(verdict()).isEqualTo(new ChainState.Broken(1));
    }

    @Test
    void with_another_key_nothing_fits() {
        house.restart(Map.of(Variable.JWT_ALGORITHM, "HS256"));
        assertThat(verdict()).isEqualTo(new ChainState.Intact(RECORDS));

        var other = AuditLog.of(MasterKey.of("a key that mallory made up for herself"));
        assertThat(house.database().<ChainState>read(tx -> other.verify(tx, Tenant.MAIN)))
                .isEqualTo(new ChainState.Broken(1));
    }

    private ChainState verdict() {
        return house.database().read(tx -> house.house().audit().verify(tx, Tenant.MAIN));
    }

    private int changed(String sql) {
        return Rows.change(house.database(), sql);
    }
}
