package dev.gatehouse.token;

import static dev.gatehouse.mapper.ColumnType.INSTANT;
import static dev.gatehouse.mapper.ColumnType.TEXT;
import static dev.gatehouse.mapper.ColumnType.UUID;
import static dev.gatehouse.mapper.OnDelete.CASCADE;
import static dev.gatehouse.token.TokenFamilyTable.TOKEN_FAMILY;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Projection;
import dev.gatehouse.mapper.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// `sealed_successor` opens with the token that it succeeds, which is not kept here: whoever reads the table can
/// refresh nothing.
public final class ClientRefreshTokenTable extends Table {

    public static final ClientRefreshTokenTable CLIENT_REFRESH_TOKEN = new ClientRefreshTokenTable();

    final Column<String> tenantId = notNull("tenant_id", TEXT);
    final Column<String> digest = notNull("digest", TEXT);
    final Column<UUID> familyId = notNull("family_id", UUID);
    final Column<Instant> issuedAt = notNull("issued_at", INSTANT);
    final Column<Instant> expiresAt = notNull("expires_at", INSTANT);
    final Column<Instant> spentAt = nullable("spent_at", INSTANT);
    final Column<String> sealedSuccessor = nullable("sealed_successor", TEXT);

    final Projection<Kept> kept = Projection.of(
            row -> new Kept(row.get(familyId), row.get(expiresAt), row.find(spentAt), row.find(sealedSuccessor)),
            familyId,
            expiresAt,
            spentAt,
            sealedSuccessor);

    /// A token as it stands here, spent or not.
    record Kept(UUID familyId, Instant expiresAt, Optional<Instant> spentAt, Optional<String> sealedSuccessor) {}

    private ClientRefreshTokenTable() {
        super("client_refresh_token");
        primaryKey(tenantId, digest);
        foreignKey(
                "fk_client_refresh_token_family",
                List.of(tenantId, familyId),
                List.of(TOKEN_FAMILY.tenantId, TOKEN_FAMILY.id),
                CASCADE);
        check("ck_client_refresh_token_spent", "(spent_at is null) = (sealed_successor is null)");
        index("ix_client_refresh_token_family", tenantId, familyId);
        index("ix_client_refresh_token_expires", expiresAt);
    }
}
