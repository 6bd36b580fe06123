package dev.gatehouse.device;

import static dev.gatehouse.device.DeviceCodeTable.DEVICE_CODE;

import dev.gatehouse.mapper.Condition;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// Where the codes of devices are kept, as digests. The database has the last word on who decides and who redeems.
final class DeviceCodeStore {

    /// @return false when another device that is not forgotten yet shows the same user code
    boolean add(Tx tx, DeviceCode code, String userCodeDigest) {
        return tx.insert(DEVICE_CODE)
                        .set(DEVICE_CODE.tenantId, code.tenantId())
                        .set(DEVICE_CODE.digest, code.digest())
                        .set(DEVICE_CODE.userCodeDigest, userCodeDigest)
                        .set(DEVICE_CODE.clientId, code.clientId())
                        .set(DEVICE_CODE.scopes, String.join(" ", code.scopes()))
                        .set(DEVICE_CODE.resources, String.join(" ", code.resources()))
                        .set(DEVICE_CODE.expiresAt, code.expiresAt())
                        .set(DEVICE_CODE.intervalSeconds, (int) code.interval().toSeconds())
                        .set(DEVICE_CODE.nextPollAt, code.nextPollAt())
                        .onConflict(DEVICE_CODE.tenantId, DEVICE_CODE.userCodeDigest)
                        .doNothing()
                        .run()
                == 1;
    }

    Optional<DeviceCode> find(ReadTx tx, String tenantId, String digest) {
        return tx.find(DEVICE_CODE.code, DEVICE_CODE.tenantId.eq(tenantId), DEVICE_CODE.digest.eq(digest));
    }

    /// Until the end of the transaction nobody else decides about it.
    Optional<DeviceCode> take(Tx tx, String tenantId, String digest) {
        return tx.select(DEVICE_CODE.code)
                .where(DEVICE_CODE.tenantId.eq(tenantId), DEVICE_CODE.digest.eq(digest))
                .forUpdate()
                .one();
    }

    Optional<DeviceCode> findByUserCode(ReadTx tx, String tenantId, String userCodeDigest) {
        return tx.find(
                DEVICE_CODE.code, DEVICE_CODE.tenantId.eq(tenantId), DEVICE_CODE.userCodeDigest.eq(userCodeDigest));
    }

    /// Notes what a person decided, if nobody has decided before.
    ///
    /// @param family what a yes began; empty: it is a no
    /// @return whether it was this call. Two callers are never both told so
    boolean decide(Tx tx, DeviceCode code, Optional<UUID> family) {
        return tx.update(DEVICE_CODE)
                        .set(DEVICE_CODE.decidedAt, tx.now())
                        .set(DEVICE_CODE.familyId, family)
                        .where(isThis(code), DEVICE_CODE.decidedAt.isNull(), DEVICE_CODE.expiresAt.after(tx.now()))
                        .run()
                == 1;
    }

    /// Spends an allowed code, if nobody has.
    ///
    /// @return whether it was this call. Two callers are never both told so
    boolean spend(Tx tx, DeviceCode code) {
        return tx.update(DEVICE_CODE)
                        .set(DEVICE_CODE.redeemedAt, tx.now())
                        .where(
                                isThis(code),
                                DEVICE_CODE.familyId.isNotNull(),
                                DEVICE_CODE.redeemedAt.isNull(),
                                DEVICE_CODE.expiresAt.after(tx.now()))
                        .run()
                == 1;
    }

    /// Notes that the device has asked, and when it may again.
    void pace(Tx tx, DeviceCode code, Duration interval) {
        tx.update(DEVICE_CODE)
                .set(DEVICE_CODE.intervalSeconds, (int) interval.toSeconds())
                .set(DEVICE_CODE.nextPollAt, tx.now().plus(interval))
                .where(isThis(code))
                .run();
    }

    int removeForgotten(Tx tx, int most) {
        return tx.delete(DEVICE_CODE)
                .where(DEVICE_CODE.expiresAt.before(tx.now().minus(DeviceCode.REMEMBERED)))
                .limit(most)
                .run();
    }

    private static Condition isThis(DeviceCode code) {
        return DEVICE_CODE.tenantId.eq(code.tenantId()).and(DEVICE_CODE.digest.eq(code.digest()));
    }
}
