package dev.gatehouse.session;

import static dev.gatehouse.account.AccountTable.ACCOUNT;
import static dev.gatehouse.mapper.ColumnType.BIGINT;
import static dev.gatehouse.mapper.ColumnType.INSTANT;
import static dev.gatehouse.mapper.ColumnType.TEXT;
import static dev.gatehouse.mapper.ColumnType.UUID;
import static dev.gatehouse.mapper.OnDelete.CASCADE;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Mapping;
import dev.gatehouse.mapper.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// `cookie_digest` is there for sessions of browsers; those of programs prove themselves by tokens.
public final class SessionTable extends Table {

    public static final SessionTable SESSION = new SessionTable();

    public final Column<String> tenantId = notNull("tenant_id", TEXT);
    public final Column<UUID> id = notNull("id", UUID);
    final Column<UUID> accountId = notNull("account_id", UUID);
    final Column<Long> epoch = notNull("epoch", BIGINT);
    final Column<Instant> startedAt = notNull("started_at", INSTANT);
    final Column<Instant> authenticatedAt = notNull("authenticated_at", INSTANT);
    final Column<Instant> lastSeenAt = notNull("last_seen_at", INSTANT);
    final Column<Instant> idleUntil = notNull("idle_until", INSTANT);
    final Column<Instant> expiresAt = notNull("expires_at", INSTANT);
    final Column<String> address = notNull("address", TEXT);
    final Column<String> userAgent = nullable("user_agent", TEXT);
    final Column<Instant> endedAt = nullable("ended_at", INSTANT);
    final Column<String> cookieDigest = nullable("cookie_digest", TEXT);

    final Mapping<Session> session = Mapping.<Session>of(row -> new Session(
                    row.get(tenantId),
                    row.get(id),
                    row.get(accountId),
                    row.get(epoch),
                    row.get(startedAt),
                    row.get(authenticatedAt),
                    row.get(lastSeenAt),
                    row.get(idleUntil),
                    row.get(expiresAt),
                    row.get(address),
                    row.find(userAgent)))
            .with(tenantId, Session::tenantId)
            .with(id, Session::id)
            .with(accountId, Session::accountId)
            .with(epoch, Session::epoch)
            .with(startedAt, Session::startedAt)
            .with(authenticatedAt, Session::authenticatedAt)
            .with(lastSeenAt, Session::lastSeenAt)
            .with(idleUntil, Session::idleUntil)
            .with(expiresAt, Session::expiresAt)
            .with(address, Session::address)
            .withOptional(userAgent, Session::userAgent);

    private SessionTable() {
        super("session");
        primaryKey(tenantId, id);
        foreignKey("fk_session_account", List.of(tenantId, accountId), List.of(ACCOUNT.tenantId, ACCOUNT.id), CASCADE);
        unique("uq_session_cookie", tenantId, cookieDigest);
        index("ix_session_account", tenantId, accountId);
        index("ix_session_idle", idleUntil);
    }
}
