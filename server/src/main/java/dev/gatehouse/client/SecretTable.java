package dev.gatehouse.client;

import static dev.gatehouse.client.ClientTable.CLIENT;
import static dev.gatehouse.mapper.ColumnType.INSTANT;
import static dev.gatehouse.mapper.ColumnType.TEXT;
import static dev.gatehouse.mapper.OnDelete.CASCADE;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Projection;
import dev.gatehouse.mapper.Table;
import java.time.Instant;
import java.util.List;

/// Secrets of clients, as digests, and sealed where the secret itself is needed: whoever reads the table can pass for
/// nobody.
public final class SecretTable extends Table {

    public static final SecretTable CLIENT_SECRET = new SecretTable();

    final Column<String> tenantId = notNull("tenant_id", TEXT);
    final Column<String> clientId = notNull("client_id", TEXT);
    final Column<String> digest = notNull("digest", TEXT);
    final Column<String> sealed = nullable("sealed", TEXT);
    final Column<Instant> createdAt = notNull("created_at", INSTANT);

    final Projection<KeptSecret> secret =
            Projection.of(row -> new KeptSecret(row.get(digest), row.find(sealed)), digest, sealed);

    private SecretTable() {
        super("client_secret");
        primaryKey(tenantId, clientId, digest);
        foreignKey(
                "fk_client_secret_client", List.of(tenantId, clientId), List.of(CLIENT.tenantId, CLIENT.id), CASCADE);
    }
}
