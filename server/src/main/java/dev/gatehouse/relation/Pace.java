package dev.gatehouse.relation;

import java.time.Duration;

/// How a node keeps up with the others besides what they announce.
///
/// @param look how often it looks for itself
/// @param trusted who has not heard from the database for so long knows nothing of what others took away, and
///     must not answer
/// @param patience so long a question waits for the memory to catch up, and then asks the database
record Pace(Duration look, Duration trusted, Duration patience) {

    static final Pace USUAL = new Pace(Duration.ofMillis(500), Duration.ofSeconds(10), Duration.ofSeconds(1));
}
