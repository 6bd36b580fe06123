package dev.gatehouse.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UlidTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void an_id_begins_with_its_time() {
        // As any ULID of this millisecond does.
        assertThat(Ulid.after(Optional.empty(), NOON)).hasSize(26).startsWith("01M81J18G0");
        assertThat(Ulid.at(NOON)).hasSize(26).startsWith("01M81J18G0").isNotEqualTo(Ulid.at(NOON));
        assertThat(Ulid.after(Optional.empty(), Instant.EPOCH)).startsWith("0000000000");
    }

    @Test
    void each_sorts_behind_the_last_in_the_same_millisecond_and_when_the_clock_goes_back() {
        var ids = new ArrayList<String>();
        Optional<String> last = Optional.empty();
        for (var count = 0; count < 1_000; count++) {
            var id = Ulid.after(last, NOON.minusMillis(count / 100));
            ids.add(id);
            last = Optional.of(id);
        }

        assertThat(ids).isSorted().doesNotHaveDuplicates().allMatch(Ulid::isPossible);
    }

    @Test
    void what_is_no_ulid_need_not_be_looked_for() {
        assertThat(Ulid.isPossible("01HVMMBCMGZNT3SED4Z17ECXCA")).isTrue();
        assertThat(Ulid.isPossible("01HVMMBCMGZNT3SED4Z17ECXC")).isFalse();
        assertThat(Ulid.isPossible("01HVMMBCMGZNT3SED4Z17ECXCU")).isFalse();
        assertThat(Ulid.isPossible("81HVMMBCMGZNT3SED4Z17ECXCA")).isFalse();
    }
}
