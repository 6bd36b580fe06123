package dev.gatehouse.token;

import static dev.gatehouse.client.ClientTable.CLIENT;
import static dev.gatehouse.mapper.ColumnType.INSTANT;
import static dev.gatehouse.mapper.ColumnType.TEXT;
import static dev.gatehouse.mapper.ColumnType.UUID;
import static dev.gatehouse.mapper.OnDelete.CASCADE;
import static dev.gatehouse.session.SessionTable.SESSION;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Mapping;
import dev.gatehouse.mapper.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Which clients know which session. A row goes with its session or its client; token families do not last as long
/// as either.
public final class ParticipantTable extends Table {

    public static final ParticipantTable SESSION_CLIENT = new ParticipantTable();

    final Column<String> tenantId = notNull("tenant_id", TEXT);
    final Column<UUID> sessionId = notNull("session_id", UUID);
    final Column<String> clientId = notNull("client_id", TEXT);
    final Column<UUID> accountId = notNull("account_id", UUID);
    final Column<Instant> startedAt = notNull("started_at", INSTANT);

    /// For reading: who it is about and since when is known to those who ask, or does not matter to them.
    final Mapping<Participant> participant = Mapping.<Participant>of(
                    row -> new Participant(row.get(sessionId), row.get(clientId)))
            .with(sessionId, Participant::sessionId)
            .with(clientId, Participant::clientId);

    private ParticipantTable() {
        super("session_client");
        primaryKey(tenantId, sessionId, clientId);
        foreignKey(
                "fk_session_client_session",
                List.of(tenantId, sessionId),
                List.of(SESSION.tenantId, SESSION.id),
                CASCADE);
        foreignKey(
                "fk_session_client_client", List.of(tenantId, clientId), List.of(CLIENT.tenantId, CLIENT.id), CASCADE);
        index("ix_session_client_account", tenantId, accountId);
        index("ix_session_client_client", tenantId, clientId);
    }
}
