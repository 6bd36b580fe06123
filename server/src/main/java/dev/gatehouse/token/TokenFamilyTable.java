package dev.gatehouse.token;

import static dev.gatehouse.account.AccountTable.ACCOUNT;
import static dev.gatehouse.client.ClientTable.CLIENT;
import static dev.gatehouse.mapper.ColumnType.BIGINT;
import static dev.gatehouse.mapper.ColumnType.INSTANT;
import static dev.gatehouse.mapper.ColumnType.TEXT;
import static dev.gatehouse.mapper.ColumnType.UUID;
import static dev.gatehouse.mapper.OnDelete.CASCADE;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Mapping;
import dev.gatehouse.mapper.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.UUID;

/// The session is no foreign key: a family with `offline_access` outlives it. Nor is the parent: a family whose parent
/// is gone lives no more, and is swept in its time. Lists are texts with spaces between.
public final class TokenFamilyTable extends Table {

    public static final TokenFamilyTable TOKEN_FAMILY = new TokenFamilyTable();

    public final Column<String> tenantId = notNull("tenant_id", TEXT);
    public final Column<UUID> id = notNull("id", UUID);
    final Column<UUID> parentId = nullable("parent_id", UUID);
    final Column<String> clientId = notNull("client_id", TEXT);
    final Column<UUID> accountId = notNull("account_id", UUID);
    final Column<UUID> sessionId = notNull("session_id", UUID);
    final Column<Long> epoch = notNull("epoch", BIGINT);
    final Column<String> scopes = notNull("scopes", TEXT);
    final Column<String> resources = notNull("resources", TEXT);
    final Column<String> claims = nullable("claims", TEXT);
    final Column<Instant> authenticatedAt = notNull("authenticated_at", INSTANT);
    final Column<String> amr = notNull("amr", TEXT);
    final Column<String> jkt = nullable("jkt", TEXT);
    final Column<String> x5tS256 = nullable("x5t_s256", TEXT);
    final Column<Instant> startedAt = notNull("started_at", INSTANT);
    final Column<Instant> expiresAt = notNull("expires_at", INSTANT);
    final Column<Instant> revokedAt = nullable("revoked_at", INSTANT);

    final Mapping<TokenFamily> family = Mapping.<TokenFamily>of(row -> new TokenFamily(
                    row.get(tenantId),
                    row.get(id),
                    row.find(parentId),
                    row.get(clientId),
                    row.get(accountId),
                    row.get(sessionId),
                    row.get(epoch),
                    words(row.get(scopes)),
                    words(row.get(resources)),
                    row.find(claims),
                    row.get(authenticatedAt),
                    words(row.get(amr)),
                    new Confirmation(row.find(jkt), row.find(x5tS256)),
                    row.get(startedAt),
                    row.get(expiresAt)))
            .with(tenantId, TokenFamily::tenantId)
            .with(id, TokenFamily::id)
            .withOptional(parentId, TokenFamily::parentId)
            .with(clientId, TokenFamily::clientId)
            .with(accountId, TokenFamily::accountId)
            .with(sessionId, TokenFamily::sessionId)
            .with(epoch, TokenFamily::epoch)
            .with(scopes, family -> joined(family.scopes()))
            .with(resources, family -> joined(family.resources()))
            .withOptional(claims, TokenFamily::claims)
            .with(authenticatedAt, TokenFamily::authenticatedAt)
            .with(amr, family -> joined(family.amr().stream().sorted().toList()))
            .withOptional(jkt, family -> family.boundTo().jkt())
            .withOptional(x5tS256, family -> family.boundTo().x5tS256())
            .with(startedAt, TokenFamily::startedAt)
            .with(expiresAt, TokenFamily::expiresAt);

    private TokenFamilyTable() {
        super("token_family");
        primaryKey(tenantId, id);
        foreignKey(
                "fk_token_family_account",
                List.of(tenantId, accountId),
                List.of(ACCOUNT.tenantId, ACCOUNT.id),
                CASCADE);
        foreignKey("fk_token_family_client", List.of(tenantId, clientId), List.of(CLIENT.tenantId, CLIENT.id), CASCADE);
        index("ix_token_family_account", tenantId, accountId);
        index("ix_token_family_client", tenantId, clientId);
        index("ix_token_family_expires", expiresAt);
    }

    private static SequencedSet<String> words(String text) {
        return text.isEmpty() ? new LinkedHashSet<>() : new LinkedHashSet<>(Arrays.asList(text.split(" ")));
    }

    private static String joined(Collection<String> words) {
        return String.join(" ", words);
    }
}
