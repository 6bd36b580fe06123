package dev.gatehouse.account;

import static dev.gatehouse.account.InvitationTable.INVITATION;

import dev.gatehouse.mapper.Tx;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Where invitations are kept.
final class InvitationStore {

    void add(Tx tx, String tenantId, String digest, Optional<UUID> invitedBy, Instant expiresAt) {
        tx.insert(INVITATION)
                .set(INVITATION.tenantId, tenantId)
                .set(INVITATION.digest, digest)
                .set(INVITATION.invitedBy, invitedBy)
                .set(INVITATION.createdAt, tx.now())
                .set(INVITATION.expiresAt, expiresAt)
                .run();
    }

    /// Spends the invitation if it is good and nobody has. Two callers can never both be told yes.
    boolean redeem(Tx tx, String tenantId, String digest) {
        return tx.update(INVITATION)
                        .set(INVITATION.redeemedAt, tx.now())
                        .where(
                                INVITATION.tenantId.eq(tenantId),
                                INVITATION.digest.eq(digest),
                                INVITATION.redeemedAt.isNull(),
                                INVITATION.expiresAt.after(tx.now()))
                        .run()
                == 1;
    }

    /// @return how many that nobody can use any more were removed
    int removeExpired(Tx tx, int most) {
        return tx.delete(INVITATION)
                .where(INVITATION.expiresAt.before(tx.now()))
                .limit(most)
                .run();
    }
}
