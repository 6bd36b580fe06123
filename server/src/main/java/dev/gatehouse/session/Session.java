package dev.gatehouse.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// One sign-in of one person on one device.
///
/// @param epoch the account's session epoch when it began; another one now means that it was ended with all
///     others
/// @param authenticatedAt when the person last proved to be the one, by password
/// @param idleUntil when it ends unless it is used before
/// @param expiresAt when it ends, however much it is used
/// @param address from where it began
public record Session(
        String tenantId,
        UUID id,
        UUID accountId,
        long epoch,
        Instant startedAt,
        Instant authenticatedAt,
        Instant lastSeenAt,
        Instant idleUntil,
        Instant expiresAt,
        String address,
        Optional<String> userAgent) {

    public static final Duration LONGEST_IDLE = Duration.ofDays(14);
    public static final Duration LONGEST_LIFE = Duration.ofDays(90);

    /// Changes to who one is (e-mail, deletion) need a sign-in that is no older.
    public static final Duration FRESH = Duration.ofMinutes(5);

    /// How the person proved to be the one. The password is the only way as yet.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc8176#section-2 RFC 8176 §2
    public Set<String> amr() {
        return Set.of("pwd");
    }

    /// The same session, its person having just authenticated once more.
    Session authenticatedAnew(Instant now) {
        return new Session(
                tenantId,
                id,
                accountId,
                epoch,
                startedAt,
                now,
                now,
                now.plus(LONGEST_IDLE),
                now.plus(LONGEST_LIFE),
                address,
                userAgent);
    }

    /// When it ends, unless it is used before or ended.
    public Instant end() {
        return idleUntil.isBefore(expiresAt) ? idleUntil : expiresAt;
    }

    public boolean isFresh(Instant now) {
        return now.isBefore(authenticatedAt.plus(FRESH));
    }
}
