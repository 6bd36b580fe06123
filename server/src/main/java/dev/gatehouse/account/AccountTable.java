package dev.gatehouse.account;

import static dev.gatehouse.mapper.ColumnType.BIGINT;
import static dev.gatehouse.mapper.ColumnType.BOOLEAN;
import static dev.gatehouse.mapper.ColumnType.INSTANT;
import static dev.gatehouse.mapper.ColumnType.TEXT;
import static dev.gatehouse.mapper.ColumnType.UUID;
import static dev.gatehouse.mapper.ColumnType.text;
import static dev.gatehouse.mapper.Default.defaultsTo;
import static dev.gatehouse.mapper.OnDelete.RESTRICT;
import static dev.gatehouse.tenant.TenantTable.TENANT;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Mapping;
import dev.gatehouse.mapper.Table;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

public final class AccountTable extends Table {

    public static final AccountTable ACCOUNT = new AccountTable();

    public final Column<String> tenantId = notNull("tenant_id", TEXT);
    public final Column<UUID> id = notNull("id", UUID);
    final Column<String> email = notNull("email", TEXT);
    final Column<Boolean> emailVerified = notNull("email_verified", BOOLEAN, defaultsTo(false));
    final Column<String> emailKey = notNull("email_key", TEXT);
    final Column<String> name = nullable("name", TEXT);
    final Column<String> nameKey = nullable("name_key", TEXT);
    final Column<String> locale = nullable("locale", TEXT);
    public final Column<Account.Status> status = notNull("status", text(Account.Status.class));
    public final Column<Long> sessionEpoch = notNull("session_epoch", BIGINT, defaultsTo(0L));
    final Column<Instant> createdAt = notNull("created_at", INSTANT);
    final Column<Instant> updatedAt = notNull("updated_at", INSTANT);

    /// Without the keys `email_key` and `name_key`, which are for finding only: the record does not know of them.
    public final Mapping<Account> account = Mapping.<Account>of(row -> new Account(
                    row.get(tenantId),
                    row.get(id),
                    row.get(email),
                    row.get(emailVerified),
                    row.find(name),
                    row.find(locale).map(Locale::forLanguageTag),
                    row.get(status),
                    row.get(sessionEpoch),
                    row.get(createdAt),
                    row.get(updatedAt)))
            .with(tenantId, Account::tenantId)
            .with(id, Account::id)
            .with(email, Account::email)
            .with(emailVerified, Account::emailVerified)
            .withOptional(name, Account::name)
            .withOptional(locale, account -> account.locale().map(Locale::toLanguageTag))
            .with(status, Account::status)
            .with(sessionEpoch, Account::sessionEpoch)
            .with(createdAt, Account::createdAt)
            .with(updatedAt, Account::updatedAt);

    private AccountTable() {
        super("account");
        primaryKey(tenantId, id);
        unique("uq_account_email", tenantId, emailKey);
        foreignKey("fk_account_tenant", tenantId, TENANT.id, RESTRICT);
        index("ix_account_name", tenantId, nameKey);
    }

    /// The form under which a name is searched.
    static String nameKey(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
