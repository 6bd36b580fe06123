package dev.gatehouse.mapper.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

record Person(UUID id, String email, String name, boolean active, long version, Instant createdAt) {
    static Person random() {
        var random = ThreadLocalRandom.current();
        var id = new UUID(random.nextLong(), random.nextLong());
        return new Person(
                id, id + "@example.com", "Somebody", true, 1, Instant.now().truncatedTo(ChronoUnit.MICROS));
    }
}
