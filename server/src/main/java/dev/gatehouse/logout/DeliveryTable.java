package dev.gatehouse.logout;

import static dev.gatehouse.client.ClientTable.CLIENT;
import static dev.gatehouse.mapper.ColumnType.INSTANT;
import static dev.gatehouse.mapper.ColumnType.INTEGER;
import static dev.gatehouse.mapper.ColumnType.TEXT;
import static dev.gatehouse.mapper.ColumnType.UUID;
import static dev.gatehouse.mapper.OnDelete.CASCADE;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Mapping;
import dev.gatehouse.mapper.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Account and session are no foreign keys: both may be gone before the client is told.
public final class DeliveryTable extends Table {

    public static final DeliveryTable LOGOUT_DELIVERY = new DeliveryTable();

    final Column<String> tenantId = notNull("tenant_id", TEXT);
    final Column<UUID> id = notNull("id", UUID);
    final Column<String> clientId = notNull("client_id", TEXT);
    final Column<UUID> accountId = notNull("account_id", UUID);
    final Column<UUID> sessionId = notNull("session_id", UUID);
    final Column<Instant> createdAt = notNull("created_at", INSTANT);
    final Column<Integer> attempts = notNull("attempts", INTEGER);
    final Column<Instant> dueAt = notNull("due_at", INSTANT);

    final Mapping<Delivery> delivery = Mapping.<Delivery>of(row -> new Delivery(
                    row.get(tenantId),
                    row.get(id),
                    row.get(clientId),
                    row.get(accountId),
                    row.get(sessionId),
                    row.get(createdAt),
                    row.get(attempts),
                    row.get(dueAt)))
            .with(tenantId, Delivery::tenantId)
            .with(id, Delivery::id)
            .with(clientId, Delivery::clientId)
            .with(accountId, Delivery::accountId)
            .with(sessionId, Delivery::sessionId)
            .with(createdAt, Delivery::createdAt)
            .with(attempts, Delivery::attempts)
            .with(dueAt, Delivery::dueAt);

    private DeliveryTable() {
        super("logout_delivery");
        primaryKey(tenantId, id);
        foreignKey(
                "fk_logout_delivery_client", List.of(tenantId, clientId), List.of(CLIENT.tenantId, CLIENT.id), CASCADE);
        index("ix_logout_delivery_client", tenantId, clientId);
        index("ix_logout_delivery_due", dueAt);
    }
}
