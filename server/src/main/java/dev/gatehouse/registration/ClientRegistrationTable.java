package dev.gatehouse.registration;

import static dev.gatehouse.client.ClientTable.CLIENT;
import static dev.gatehouse.mapper.ColumnType.INSTANT;
import static dev.gatehouse.mapper.ColumnType.TEXT;
import static dev.gatehouse.mapper.OnDelete.CASCADE;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Table;
import java.time.Instant;
import java.util.List;

/// That a client registered itself, and the digest of the token by which it may look after itself.
public final class ClientRegistrationTable extends Table {

    public static final ClientRegistrationTable CLIENT_REGISTRATION = new ClientRegistrationTable();

    final Column<String> tenantId = notNull("tenant_id", TEXT);
    final Column<String> clientId = notNull("client_id", TEXT);
    final Column<String> digest = notNull("digest", TEXT);
    final Column<String> network = notNull("network", TEXT);
    final Column<Instant> createdAt = notNull("created_at", INSTANT);

    private ClientRegistrationTable() {
        super("client_registration");
        primaryKey(tenantId, clientId);
        foreignKey(
                "fk_client_registration_client",
                List.of(tenantId, clientId),
                List.of(CLIENT.tenantId, CLIENT.id),
                CASCADE);
        index("ix_client_registration_network", tenantId, network, createdAt);
    }
}
