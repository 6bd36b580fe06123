package dev.gatehouse.device;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.UUID;

/// A device that waits for a person to allow it what it asks for, somewhere else.
///
/// We keep digests, neither the code of the device nor the one that it shows.
///
/// @param scopes what the client may have of what it asked for
/// @param resources for whom access tokens shall be besides ourselves (RFC 8707)
/// @param interval how long the device has to wait between two questions
/// @param decidedAt when a person said yes or no
/// @param familyId what the person's yes began; none after a no
/// @param redeemedAt when the device took its tokens
/// @spec https://www.rfc-editor.org/rfc/rfc8628#section-3.2 RFC 8628 §3.2
record DeviceCode(
        String tenantId,
        String digest,
        String clientId,
        SequencedSet<String> scopes,
        SequencedSet<String> resources,
        Instant expiresAt,
        Duration interval,
        Instant nextPollAt,
        Optional<Instant> decidedAt,
        Optional<UUID> familyId,
        Optional<Instant> redeemedAt) {

    /// Time to find a phone, and to sign in on it.
    static final Duration LIFETIME = Duration.ofMinutes(10);

    /// How long a device has to wait between two questions, at first.
    static final Duration INTERVAL = Duration.ofSeconds(5);

    /// Who asked too soon waits so much longer from then on.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc8628#section-3.5 RFC 8628 §3.5
    static final Duration SLOWER_BY = Duration.ofSeconds(5);

    /// What a network may take away from the time between two questions.
    private static final Duration TOLERANCE = Duration.ofSeconds(1);

    /// An expired one is still known as expired for so long.
    static final Duration REMEMBERED = Duration.ofHours(1);

    DeviceCode {
        scopes = new LinkedHashSet<>(scopes);
        resources = new LinkedHashSet<>(resources);
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    boolean isAskedTooSoon(Instant now) {
        return now.isBefore(nextPollAt.minus(TOLERANCE));
    }
}
