package dev.gatehouse.consent;

import static dev.gatehouse.account.AccountTable.ACCOUNT;
import static dev.gatehouse.client.ClientTable.CLIENT;
import static dev.gatehouse.mapper.ColumnType.INSTANT;
import static dev.gatehouse.mapper.ColumnType.TEXT;
import static dev.gatehouse.mapper.ColumnType.UUID;
import static dev.gatehouse.mapper.OnDelete.CASCADE;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Mapping;
import dev.gatehouse.mapper.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/// One row a person and client; its scopes are a text with spaces between, as OAuth writes them.
public final class ConsentTable extends Table {

    public static final ConsentTable CONSENT = new ConsentTable();

    final Column<String> tenantId = notNull("tenant_id", TEXT);
    final Column<UUID> accountId = notNull("account_id", UUID);
    final Column<String> clientId = notNull("client_id", TEXT);
    final Column<String> scopes = notNull("scopes", TEXT);
    final Column<Instant> firstGivenAt = notNull("first_given_at", INSTANT);
    final Column<Instant> givenAt = notNull("given_at", INSTANT);

    final Mapping<Consent> consent = Mapping.<Consent>of(row -> new Consent(
                    row.get(tenantId),
                    row.get(accountId),
                    row.get(clientId),
                    new LinkedHashSet<>(Arrays.asList(row.get(scopes).split(" "))),
                    row.get(firstGivenAt),
                    row.get(givenAt)))
            .with(tenantId, Consent::tenantId)
            .with(accountId, Consent::accountId)
            .with(clientId, Consent::clientId)
            .with(scopes, consent -> String.join(" ", consent.scopes()))
            .with(firstGivenAt, Consent::firstGivenAt)
            .with(givenAt, Consent::givenAt);

    private ConsentTable() {
        super("consent");
        primaryKey(tenantId, accountId, clientId);
        foreignKey("fk_consent_account", List.of(tenantId, accountId), List.of(ACCOUNT.tenantId, ACCOUNT.id), CASCADE);
        foreignKey("fk_consent_client", List.of(tenantId, clientId), List.of(CLIENT.tenantId, CLIENT.id), CASCADE);
        index("ix_consent_client", tenantId, clientId);
    }
}
