package dev.gatehouse.account;

import static dev.gatehouse.account.AccountTable.ACCOUNT;
import static dev.gatehouse.mapper.ColumnType.INSTANT;
import static dev.gatehouse.mapper.ColumnType.TEXT;
import static dev.gatehouse.mapper.ColumnType.UUID;
import static dev.gatehouse.mapper.OnDelete.CASCADE;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// From where a person signed in before, as a digest: guessing by strangers does not slow the person down there.
public final class FamiliarTable extends Table {

    public static final FamiliarTable FAMILIAR_ADDRESS = new FamiliarTable();

    final Column<String> tenantId = notNull("tenant_id", TEXT);
    final Column<UUID> accountId = notNull("account_id", UUID);
    final Column<String> digest = notNull("digest", TEXT);
    final Column<Instant> lastSeenAt = notNull("last_seen_at", INSTANT);

    private FamiliarTable() {
        super("familiar_address");
        primaryKey(tenantId, accountId, digest);
        foreignKey(
                "fk_familiar_address_account",
                List.of(tenantId, accountId),
                List.of(ACCOUNT.tenantId, ACCOUNT.id),
                CASCADE);
        index("ix_familiar_address_last_seen", lastSeenAt);
    }
}
