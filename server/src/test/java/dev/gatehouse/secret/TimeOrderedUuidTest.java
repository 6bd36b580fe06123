package dev.gatehouse.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeOrderedUuidTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void it_is_a_uuid_of_version_7() {
        var id = TimeOrderedUuid.at(NOON);
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void a_later_one_sorts_after_an_earlier_one_as_text() {
        var earlier = TimeOrderedUuid.at(NOON).toString();
        var later = TimeOrderedUuid.at(NOON.plusMillis(1)).toString();
        assertThat(later).isGreaterThan(earlier);
    }

    @Test
    void many_of_one_millisecond_differ() {
        var ids = new HashSet<>();
        IntStream.range(0, 10_000).forEach(_ -> ids.add(TimeOrderedUuid.at(NOON)));
        assertThat(ids).hasSize(10_000);
    }
}
