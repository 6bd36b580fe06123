package dev.gatehouse.account;

import static dev.gatehouse.mapper.ColumnType.INSTANT;
import static dev.gatehouse.mapper.ColumnType.INTEGER;
import static dev.gatehouse.mapper.ColumnType.TEXT;
import static dev.gatehouse.mapper.ColumnType.text;
import static dev.gatehouse.mapper.OnDelete.CASCADE;
import static dev.gatehouse.tenant.TenantTable.TENANT;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Projection;
import dev.gatehouse.mapper.Table;
import java.time.Instant;
import java.util.Optional;

/// How often guessing failed, by what is guessed at and by who guesses. Stored, so that a restart forgives
/// nobody.
public final class ThrottleTable extends Table {

    public static final ThrottleTable THROTTLE = new ThrottleTable();

    final Column<String> tenantId = notNull("tenant_id", TEXT);
    final Column<Suspect.Kind> kind = notNull("kind", text(Suspect.Kind.class));
    final Column<String> digest = notNull("digest", TEXT);
    final Column<Integer> failures = notNull("failures", INTEGER);
    final Column<Instant> lastFailureAt = notNull("last_failure_at", INSTANT);
    final Column<Instant> blockedUntil = nullable("blocked_until", INSTANT);

    final Projection<Optional<Instant>> block = Projection.of(row -> row.find(blockedUntil), blockedUntil);

    private ThrottleTable() {
        super("throttle");
        primaryKey(tenantId, kind, digest);
        foreignKey("fk_throttle_tenant", tenantId, TENANT.id, CASCADE);
        index("ix_throttle_last_failure", lastFailureAt);
    }
}
