package dev.gatehouse.authorize;

import static dev.gatehouse.client.ClientTable.CLIENT;
import static dev.gatehouse.mapper.ColumnType.INSTANT;
import static dev.gatehouse.mapper.ColumnType.TEXT;
import static dev.gatehouse.mapper.OnDelete.CASCADE;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Projection;
import dev.gatehouse.mapper.Table;
import java.time.Instant;
import java.util.List;

/// Requests that clients pushed beforehand, by the digests of their references.
///
/// `opens_until` ends the time in which a browser may come with it; the row stays longer, because who came in time
/// may take a while on the pages, and of several who came one is answered.
public final class PushedRequestTable extends Table {

    public static final PushedRequestTable PUSHED_REQUEST = new PushedRequestTable();

    final Column<String> tenantId = notNull("tenant_id", TEXT);
    final Column<String> digest = notNull("digest", TEXT);
    final Column<String> clientId = notNull("client_id", TEXT);
    final Column<String> request = notNull("request", TEXT);
    final Column<Instant> opensUntil = notNull("opens_until", INSTANT);
    final Column<Instant> expiresAt = notNull("expires_at", INSTANT);

    final Projection<String> kept = Projection.of(row -> row.get(request), request);

    private PushedRequestTable() {
        super("pushed_request");
        primaryKey(tenantId, digest);
        foreignKey(
                "fk_pushed_request_client", List.of(tenantId, clientId), List.of(CLIENT.tenantId, CLIENT.id), CASCADE);
        index("ix_pushed_request_client", tenantId, clientId);
        index("ix_pushed_request_expires", expiresAt);
    }
}
