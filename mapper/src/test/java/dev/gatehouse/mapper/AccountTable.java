package dev.gatehouse.mapper;

import static dev.gatehouse.mapper.ColumnType.BIGINT;
import static dev.gatehouse.mapper.ColumnType.INSTANT;
import static dev.gatehouse.mapper.ColumnType.TEXT;
import static dev.gatehouse.mapper.ColumnType.UUID;
import static dev.gatehouse.mapper.ColumnType.text;
import static dev.gatehouse.mapper.Default.defaultsTo;
import static dev.gatehouse.mapper.TenantTable.TENANT;

import dev.gatehouse.mapper.Account.Status;
import java.time.Instant;
import java.util.UUID;

final class AccountTable extends Table {
    static final AccountTable ACCOUNT = new AccountTable();

    final Column<String> tenantId = notNull("tenant_id", TEXT);
    final Column<UUID> id = notNull("id", UUID);
    final Column<String> email = notNull("email", TEXT);
    final Column<String> name = nullable("name", TEXT);
    final Column<Status> status = notNull("status", text(Status.class), defaultsTo(Status.ACTIVE));
    final Column<Long> version = notNull("version", BIGINT, defaultsTo(1L));
    final Column<Instant> createdAt = notNull("created_at", INSTANT);
    final Column<Instant> endedAt = nullable("ended_at", INSTANT);

    final Mapping<Account> account = Mapping.<Account>of(row -> new Account(
                    row.get(tenantId),
                    row.get(id),
                    row.get(email),
                    row.find(name),
                    row.get(status),
                    row.get(version),
                    row.get(createdAt),
                    row.find(endedAt)))
            .with(tenantId, Account::tenantId)
            .with(id, Account::id)
            .with(email, Account::email)
            .withOptional(name, Account::name)
            .with(status, Account::status)
            .with(version, Account::version)
            .with(createdAt, Account::createdAt)
            .withOptional(endedAt, Account::endedAt);

    private AccountTable() {
        super("account");
        primaryKey(tenantId, id);
        foreignKey("fk_account_tenant", tenantId, TENANT.id, OnDelete.CASCADE);
        check("ck_account_email", "length(email) <= 254");
        index("ix_account_created", createdAt.desc(), id);
        uniqueIndex("ux_account_email_live", tenantId, email).where("ended_at is null");
    }
}
