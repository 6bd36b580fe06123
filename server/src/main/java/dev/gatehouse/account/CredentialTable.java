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

/// Password hashes, apart from the people: whoever reads accounts does not read these.
public final class CredentialTable extends Table {

    public static final CredentialTable PASSWORD_CREDENTIAL = new CredentialTable();

    final Column<String> tenantId = notNull("tenant_id", TEXT);
    final Column<UUID> accountId = notNull("account_id", UUID);
    final Column<String> hash = notNull("hash", TEXT);
    final Column<Instant> changedAt = notNull("changed_at", INSTANT);

    private CredentialTable() {
        super("password_credential");
        primaryKey(tenantId, accountId);
        foreignKey(
                "fk_password_credential_account",
                List.of(tenantId, accountId),
                List.of(ACCOUNT.tenantId, ACCOUNT.id),
                CASCADE);
    }
}
