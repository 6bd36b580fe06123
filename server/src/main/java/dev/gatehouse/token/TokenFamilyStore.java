package dev.gatehouse.token;

import static dev.gatehouse.account.AccountTable.ACCOUNT;
import static dev.gatehouse.token.TokenFamilyTable.TOKEN_FAMILY;

import dev.gatehouse.account.Account;
import dev.gatehouse.mapper.Projection;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Where token families are kept.
final class TokenFamilyStore {

    private static final Projection<Permit> PERMIT = TOKEN_FAMILY.family.and(ACCOUNT.account, Permit::new);

    private final ParticipantStore participants = new ParticipantStore();

    void add(Tx tx, TokenFamily family) {
        tx.insert(TOKEN_FAMILY.family, family);
        if (family.isOpenId()) participants.note(tx, family);
    }

    /// Finds a family that was not revoked, whose account is active, and of whose epoch it is.
    Optional<Permit> findLive(ReadTx tx, String tenantId, UUID id) {
        return tx.select(PERMIT)
                .join(ACCOUNT, ACCOUNT.tenantId.eq(TOKEN_FAMILY.tenantId), ACCOUNT.id.eq(TOKEN_FAMILY.accountId))
                .where(
                        TOKEN_FAMILY.tenantId.eq(tenantId),
                        TOKEN_FAMILY.id.eq(id),
                        TOKEN_FAMILY.revokedAt.isNull(),
                        TOKEN_FAMILY.expiresAt.after(tx.now()),
                        TOKEN_FAMILY.epoch.eq(ACCOUNT.sessionEpoch),
                        ACCOUNT.status.eq(Account.Status.ACTIVE))
                .one();
    }

    /// Its code was redeemed: from now on it lives by itself.
    void open(Tx tx, TokenFamily family, Instant expiresAt, Confirmation boundTo) {
        tx.update(TOKEN_FAMILY)
                .set(TOKEN_FAMILY.expiresAt, expiresAt)
                .set(TOKEN_FAMILY.jkt, boundTo.jkt())
                .set(TOKEN_FAMILY.x5tS256, boundTo.x5tS256())
                .where(TOKEN_FAMILY.tenantId.eq(family.tenantId()), TOKEN_FAMILY.id.eq(family.id()))
                .run();
    }

    /// Finds a family, whether it lives or not.
    Optional<TokenFamily> find(ReadTx tx, String tenantId, UUID id) {
        return tx.find(TOKEN_FAMILY.family, TOKEN_FAMILY.tenantId.eq(tenantId), TOKEN_FAMILY.id.eq(id));
    }

    /// @return whether this call did it
    boolean revoke(Tx tx, String tenantId, UUID id) {
        return tx.update(TOKEN_FAMILY)
                        .set(TOKEN_FAMILY.revokedAt, tx.now())
                        .where(
                                TOKEN_FAMILY.tenantId.eq(tenantId),
                                TOKEN_FAMILY.id.eq(id),
                                TOKEN_FAMILY.revokedAt.isNull())
                        .run()
                == 1;
    }

    void revokeAllOf(Tx tx, String tenantId, UUID accountId, String clientId) {
        tx.update(TOKEN_FAMILY)
                .set(TOKEN_FAMILY.revokedAt, tx.now())
                .where(
                        TOKEN_FAMILY.tenantId.eq(tenantId),
                        TOKEN_FAMILY.accountId.eq(accountId),
                        TOKEN_FAMILY.clientId.eq(clientId),
                        TOKEN_FAMILY.revokedAt.isNull())
                .run();
    }

    /// Removes families of which nothing is good any more, with their codes and refresh tokens.
    int removeExpired(Tx tx, int most) {
        return tx.delete(TOKEN_FAMILY)
                .where(TOKEN_FAMILY.expiresAt.before(tx.now()))
                .limit(most)
                .run();
    }
}
