package dev.gatehouse.token;

import static dev.gatehouse.mapper.ColumnType.INSTANT;
import static dev.gatehouse.mapper.ColumnType.TEXT;
import static dev.gatehouse.mapper.ColumnType.UUID;
import static dev.gatehouse.mapper.OnDelete.CASCADE;
import static dev.gatehouse.session.SessionTable.SESSION;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Mapping;
import dev.gatehouse.mapper.Projection;
import dev.gatehouse.mapper.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// `sealed_successor` opens with the token that it succeeds, which is not kept here: whoever reads the table can
/// refresh nothing.
public final class RefreshTokenTable extends Table {

    public static final RefreshTokenTable REFRESH_TOKEN = new RefreshTokenTable();

    final Column<String> tenantId = notNull("tenant_id", TEXT);
    final Column<String> digest = notNull("digest", TEXT);
    final Column<UUID> sessionId = notNull("session_id", UUID);
    final Column<String> jkt = nullable("jkt", TEXT);
    final Column<Instant> issuedAt = notNull("issued_at", INSTANT);
    final Column<Instant> expiresAt = notNull("expires_at", INSTANT);
    final Column<Instant> spentAt = nullable("spent_at", INSTANT);
    final Column<String> sealedSuccessor = nullable("sealed_successor", TEXT);

    final Mapping<RefreshToken> token = Mapping.<RefreshToken>of(row -> new RefreshToken(
                    row.get(tenantId),
                    row.get(digest),
                    row.get(sessionId),
                    row.find(jkt),
                    row.get(issuedAt),
                    row.get(expiresAt)))
            .with(tenantId, RefreshToken::tenantId)
            .with(digest, RefreshToken::digest)
            .with(sessionId, RefreshToken::sessionId)
            .withOptional(jkt, RefreshToken::jkt)
            .with(issuedAt, RefreshToken::issuedAt)
            .with(expiresAt, RefreshToken::expiresAt);

    final Projection<Spent> spent = Projection.of(
            row -> new Spent(row.get(sessionId), row.get(spentAt), row.get(sealedSuccessor)),
            sessionId,
            spentAt,
            sealedSuccessor);

    /// A token that was used before.
    record Spent(UUID sessionId, Instant at, String sealedSuccessor) {}

    private RefreshTokenTable() {
        super("refresh_token");
        primaryKey(tenantId, digest);
        foreignKey(
                "fk_refresh_token_session",
                List.of(tenantId, sessionId),
                List.of(SESSION.tenantId, SESSION.id),
                CASCADE);
        check("ck_refresh_token_spent", "(spent_at is null) = (sealed_successor is null)");
        index("ix_refresh_token_session", tenantId, sessionId);
        index("ix_refresh_token_expires", expiresAt);
    }
}
