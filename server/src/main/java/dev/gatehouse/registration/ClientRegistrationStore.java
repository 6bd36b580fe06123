package dev.gatehouse.registration;

import static dev.gatehouse.registration.ClientRegistrationTable.CLIENT_REGISTRATION;
import static dev.gatehouse.registration.InitialAccessTokenTable.INITIAL_ACCESS_TOKEN;

import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import java.time.Instant;

/// Where the digests of the tokens around registration are kept.
final class ClientRegistrationStore {

    void addInitialAccess(Tx tx, String tenantId, String digest, long uses, Instant expiresAt) {
        tx.insert(INITIAL_ACCESS_TOKEN)
                .set(INITIAL_ACCESS_TOKEN.tenantId, tenantId)
                .set(INITIAL_ACCESS_TOKEN.digest, digest)
                .set(INITIAL_ACCESS_TOKEN.usesLeft, uses)
                .set(INITIAL_ACCESS_TOKEN.createdAt, tx.now())
                .set(INITIAL_ACCESS_TOKEN.expiresAt, expiresAt)
                .run();
    }

    /// Uses it once. The test and the count are one statement, so that it is never used too often.
    boolean spendInitialAccess(Tx tx, String tenantId, String digest) {
        return tx.update(INITIAL_ACCESS_TOKEN)
                        .set(INITIAL_ACCESS_TOKEN.usesLeft, INITIAL_ACCESS_TOKEN.usesLeft.plus(-1L))
                        .where(
                                INITIAL_ACCESS_TOKEN.tenantId.eq(tenantId),
                                INITIAL_ACCESS_TOKEN.digest.eq(digest),
                                INITIAL_ACCESS_TOKEN.usesLeft.gt(0L),
                                INITIAL_ACCESS_TOKEN.expiresAt.after(tx.now()))
                        .run()
                == 1;
    }

    boolean hasInitialAccess(ReadTx tx, String tenantId, String digest) {
        return tx.exists(
                INITIAL_ACCESS_TOKEN,
                INITIAL_ACCESS_TOKEN.tenantId.eq(tenantId),
                INITIAL_ACCESS_TOKEN.digest.eq(digest),
                INITIAL_ACCESS_TOKEN.usesLeft.gt(0L),
                INITIAL_ACCESS_TOKEN.expiresAt.after(tx.now()));
    }

    int removeExpired(Tx tx, int most) {
        return tx.delete(INITIAL_ACCESS_TOKEN)
                .where(INITIAL_ACCESS_TOKEN.expiresAt.before(tx.now()))
                .limit(most)
                .run();
    }

    void add(Tx tx, String tenantId, String clientId, String digest, String network) {
        tx.insert(CLIENT_REGISTRATION)
                .set(CLIENT_REGISTRATION.tenantId, tenantId)
                .set(CLIENT_REGISTRATION.clientId, clientId)
                .set(CLIENT_REGISTRATION.digest, digest)
                .set(CLIENT_REGISTRATION.network, network)
                .set(CLIENT_REGISTRATION.createdAt, tx.now())
                .run();
    }

    boolean has(ReadTx tx, String tenantId, String clientId, String digest) {
        return tx.exists(
                CLIENT_REGISTRATION,
                CLIENT_REGISTRATION.tenantId.eq(tenantId),
                CLIENT_REGISTRATION.clientId.eq(clientId),
                CLIENT_REGISTRATION.digest.eq(digest));
    }

    /// Lets those of one network come one after another: who counts them counts all.
    void takeTurn(Tx tx, String network) {
        tx.lock("client registrations of " + network);
    }

    long countSince(ReadTx tx, String tenantId, String network, Instant since) {
        return tx.count(
                CLIENT_REGISTRATION,
                CLIENT_REGISTRATION.tenantId.eq(tenantId),
                CLIENT_REGISTRATION.network.eq(network),
                CLIENT_REGISTRATION.createdAt.after(since));
    }
}
