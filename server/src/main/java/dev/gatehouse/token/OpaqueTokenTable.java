package dev.gatehouse.token;

import static dev.gatehouse.client.ClientTable.CLIENT;
import static dev.gatehouse.mapper.ColumnType.INSTANT;
import static dev.gatehouse.mapper.ColumnType.TEXT;
import static dev.gatehouse.mapper.ColumnType.UUID;
import static dev.gatehouse.mapper.OnDelete.CASCADE;
import static dev.gatehouse.token.TokenFamilyTable.TOKEN_FAMILY;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What an opaque access token stands for: the claims that a signed one would carry itself.
public final class OpaqueTokenTable extends Table {

    public static final OpaqueTokenTable OPAQUE_ACCESS_TOKEN = new OpaqueTokenTable();

    final Column<String> tenantId = notNull("tenant_id", TEXT);
    final Column<String> digest = notNull("digest", TEXT);
    final Column<String> clientId = notNull("client_id", TEXT);
    final Column<UUID> familyId = nullable("family_id", UUID);
    final Column<String> claims = notNull("claims", TEXT);
    final Column<Instant> expiresAt = notNull("expires_at", INSTANT);

    private OpaqueTokenTable() {
        super("opaque_access_token");
        primaryKey(tenantId, digest);
        foreignKey(
                "fk_opaque_access_token_client",
                List.of(tenantId, clientId),
                List.of(CLIENT.tenantId, CLIENT.id),
                CASCADE);
        foreignKey(
                "fk_opaque_access_token_family",
                List.of(tenantId, familyId),
                List.of(TOKEN_FAMILY.tenantId, TOKEN_FAMILY.id),
                CASCADE);
        index("ix_opaque_access_token_client", tenantId, clientId);
        index("ix_opaque_access_token_family", tenantId, familyId);
        index("ix_opaque_access_token_expires", expiresAt);
    }
}
