package dev.gatehouse.account;

import static dev.gatehouse.account.FamiliarTable.FAMILIAR_ADDRESS;
import static dev.gatehouse.account.ThrottleTable.THROTTLE;

import dev.gatehouse.mapper.Projection;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Where failed guesses and familiar addresses are counted.
final class ThrottleStore {

    /// Failures are consecutive while no longer than this lies between two of them.
    private static final Duration MEMORY = Duration.ofDays(1);

    /// Somebody who has not come from there for so long is a stranger again.
    private static final Duration FAMILIARITY = Duration.ofDays(180);

    private static final Projection<Counted> COUNTED = Projection.of(
            row -> new Counted(row.get(THROTTLE.failures), row.find(THROTTLE.blockedUntil)),
            THROTTLE.failures,
            THROTTLE.blockedUntil);

    private record Counted(int failures, Optional<Instant> blockedUntil) {}

    /// Waits for whoever guesses as this suspect at this moment.
    void takeTurn(Tx tx, String tenantId, Suspect suspect) {
        tx.lock("guesses " + tenantId + " " + suspect.kind() + " " + suspect.digest());
    }

    Optional<Instant> blockedUntil(ReadTx tx, String tenantId, Suspect suspect) {
        return tx.find(
                        THROTTLE.block,
                        THROTTLE.tenantId.eq(tenantId),
                        THROTTLE.kind.eq(suspect.kind()),
                        THROTTLE.digest.eq(suspect.digest()))
                .flatMap(block -> block);
    }

    /// Counts one more failure and blocks the suspect for as long as its kind asks. Failures of one suspect
    /// come one after the other: each waits here for the one before.
    ///
    /// @return until when those before it had the suspect blocked already
    Optional<Instant> fail(Tx tx, String tenantId, Suspect suspect) {
        forgetOld(tx, tenantId, suspect);
        var counted = tx.insert(THROTTLE)
                .set(THROTTLE.tenantId, tenantId)
                .set(THROTTLE.kind, suspect.kind())
                .set(THROTTLE.digest, suspect.digest())
                .set(THROTTLE.failures, 1)
                .set(THROTTLE.lastFailureAt, tx.now())
                .onConflict(THROTTLE.tenantId, THROTTLE.kind, THROTTLE.digest)
                .doUpdate()
                .set(THROTTLE.failures, THROTTLE.failures.plus(1))
                .setProposed(THROTTLE.lastFailureAt)
                .returning(COUNTED)
                .orElseThrow();
        var delay = suspect.kind().delayAfter(counted.failures());
        if (delay.isPositive()) block(tx, tenantId, suspect, tx.now().plus(delay));
        return counted.blockedUntil();
    }

    void forget(Tx tx, String tenantId, Suspect suspect) {
        tx.delete(THROTTLE)
                .where(
                        THROTTLE.tenantId.eq(tenantId),
                        THROTTLE.kind.eq(suspect.kind()),
                        THROTTLE.digest.eq(suspect.digest()))
                .run();
    }

    boolean isFamiliar(ReadTx tx, String tenantId, UUID accountId, String digest) {
        return tx.exists(
                FAMILIAR_ADDRESS,
                FAMILIAR_ADDRESS.tenantId.eq(tenantId),
                FAMILIAR_ADDRESS.accountId.eq(accountId),
                FAMILIAR_ADDRESS.digest.eq(digest));
    }

    void makeFamiliar(Tx tx, String tenantId, UUID accountId, String digest) {
        tx.insert(FAMILIAR_ADDRESS)
                .set(FAMILIAR_ADDRESS.tenantId, tenantId)
                .set(FAMILIAR_ADDRESS.accountId, accountId)
                .set(FAMILIAR_ADDRESS.digest, digest)
                .set(FAMILIAR_ADDRESS.lastSeenAt, tx.now())
                .onConflict(FAMILIAR_ADDRESS.tenantId, FAMILIAR_ADDRESS.accountId, FAMILIAR_ADDRESS.digest)
                .doUpdate()
                .setProposed(FAMILIAR_ADDRESS.lastSeenAt)
                .run();
    }

    /// Removes what no longer counts, `most` of each at the most.
    ///
    /// @return how many of the greater part
    int removeOld(Tx tx, int most) {
        var failures = tx.delete(THROTTLE)
                .where(THROTTLE.lastFailureAt.before(tx.now().minus(MEMORY)))
                .limit(most)
                .run();
        var familiar = tx.delete(FAMILIAR_ADDRESS)
                .where(FAMILIAR_ADDRESS.lastSeenAt.before(tx.now().minus(FAMILIARITY)))
                .limit(most)
                .run();
        return Math.max(failures, familiar);
    }

    private void forgetOld(Tx tx, String tenantId, Suspect suspect) {
        tx.delete(THROTTLE)
                .where(
                        THROTTLE.tenantId.eq(tenantId),
                        THROTTLE.kind.eq(suspect.kind()),
                        THROTTLE.digest.eq(suspect.digest()),
                        THROTTLE.lastFailureAt.before(tx.now().minus(MEMORY)))
                .run();
    }

    private void block(Tx tx, String tenantId, Suspect suspect, Instant until) {
        tx.update(THROTTLE)
                .set(THROTTLE.blockedUntil, until)
                .where(
                        THROTTLE.tenantId.eq(tenantId),
                        THROTTLE.kind.eq(suspect.kind()),
                        THROTTLE.digest.eq(suspect.digest()))
                .run();
    }
}
