package dev.gatehouse.session;

import static dev.gatehouse.mapper.ColumnType.BOOLEAN;
import static dev.gatehouse.mapper.ColumnType.INSTANT;
import static dev.gatehouse.mapper.ColumnType.TEXT;
import static dev.gatehouse.mapper.ColumnType.UUID;
import static dev.gatehouse.mapper.ColumnType.text;
import static dev.gatehouse.mapper.OnDelete.RESTRICT;
import static dev.gatehouse.tenant.TenantTable.TENANT;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Default;
import dev.gatehouse.mapper.Projection;
import dev.gatehouse.mapper.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// `chosen_session` is no foreign key: a session that is gone is nobody's choice any more, and needs no help.
public final class TicketTable extends Table {

    public static final TicketTable TICKET = new TicketTable();

    final Column<String> tenantId = notNull("tenant_id", TEXT);
    final Column<String> digest = notNull("digest", TEXT);
    final Column<Ticket.Purpose> purpose =
            notNull("purpose", text(Ticket.Purpose.class), Default.defaultsTo(Ticket.Purpose.AUTHORIZATION));
    final Column<String> request = notNull("request", TEXT);
    final Column<Instant> openedAt = notNull("opened_at", INSTANT);
    final Column<Instant> expiresAt = notNull("expires_at", INSTANT);
    final Column<UUID> chosenSession = nullable("chosen_session", UUID);
    final Column<Boolean> denied = notNull("denied", BOOLEAN);

    final Projection<Kept> kept = Projection.of(
            row -> new Kept(
                    row.get(purpose), row.get(request), row.get(openedAt), row.find(chosenSession), row.get(denied)),
            purpose,
            request,
            openedAt,
            chosenSession,
            denied);

    /// A ticket without its id, which is not kept.
    record Kept(Ticket.Purpose purpose, String request, Instant openedAt, Optional<UUID> chosen, boolean denied) {
        Ticket of(String id) {
            return new Ticket(id, purpose, request, openedAt, chosen, denied);
        }
    }

    private TicketTable() {
        super("ticket");
        primaryKey(tenantId, digest);
        foreignKey("fk_ticket_tenant", tenantId, TENANT.id, RESTRICT);
        index("ix_ticket_expires", expiresAt);
    }
}
