package dev.gatehouse.account;

import static dev.gatehouse.account.AccountTable.ACCOUNT;
import static dev.gatehouse.mapper.ColumnType.INSTANT;
import static dev.gatehouse.mapper.ColumnType.TEXT;
import static dev.gatehouse.mapper.ColumnType.UUID;
import static dev.gatehouse.mapper.OnDelete.CASCADE;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Leave to register once. The code is kept as a digest: whoever reads the table can redeem nothing.
public final class InvitationTable extends Table {

    public static final InvitationTable INVITATION = new InvitationTable();

    final Column<String> tenantId = notNull("tenant_id", TEXT);
    final Column<String> digest = notNull("digest", TEXT);
    final Column<UUID> invitedBy = nullable("invited_by", UUID);
    final Column<Instant> createdAt = notNull("created_at", INSTANT);
    final Column<Instant> expiresAt = notNull("expires_at", INSTANT);
    final Column<Instant> redeemedAt = nullable("redeemed_at", INSTANT);

    private InvitationTable() {
        super("invitation");
        primaryKey(tenantId, digest);
        foreignKey(
                "fk_invitation_account", List.of(tenantId, invitedBy), List.of(ACCOUNT.tenantId, ACCOUNT.id), CASCADE);
        index("ix_invitation_inviter", tenantId, invitedBy);
        index("ix_invitation_expires", expiresAt);
    }
}
