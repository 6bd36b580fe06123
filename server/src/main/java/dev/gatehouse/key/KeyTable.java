package dev.gatehouse.key;

import static dev.gatehouse.mapper.ColumnType.INSTANT;
import static dev.gatehouse.mapper.ColumnType.TEXT;
import static dev.gatehouse.mapper.ColumnType.text;
import static dev.gatehouse.mapper.OnDelete.RESTRICT;
import static dev.gatehouse.tenant.TenantTable.TENANT;

import dev.gatehouse.jose.JwtAlgorithm;
import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Mapping;
import dev.gatehouse.mapper.Table;
import java.time.Instant;

public final class KeyTable extends Table {

    public static final KeyTable SIGNING_KEY = new KeyTable();

    final Column<String> tenantId = notNull("tenant_id", TEXT);
    final Column<String> kid = notNull("kid", TEXT);
    final Column<JwtAlgorithm> algorithm = notNull("algorithm", text(JwtAlgorithm.class));
    final Column<StoredKey.State> state = notNull("state", text(StoredKey.State.class));
    final Column<String> sealedKey = notNull("sealed_key", TEXT);
    final Column<Instant> createdAt = notNull("created_at", INSTANT);
    final Column<Instant> changedAt = notNull("changed_at", INSTANT);

    final Mapping<StoredKey> key = Mapping.<StoredKey>of(row -> new StoredKey(
                    row.get(tenantId),
                    row.get(kid),
                    row.get(algorithm),
                    row.get(state),
                    row.get(sealedKey),
                    row.get(createdAt),
                    row.get(changedAt)))
            .with(tenantId, StoredKey::tenantId)
            .with(kid, StoredKey::kid)
            .with(algorithm, StoredKey::algorithm)
            .with(state, StoredKey::state)
            .with(sealedKey, StoredKey::sealedKey)
            .with(createdAt, StoredKey::createdAt)
            .with(changedAt, StoredKey::changedAt);

    private KeyTable() {
        super("signing_key");
        primaryKey(tenantId, kid);
        foreignKey("fk_signing_key_tenant", tenantId, TENANT.id, RESTRICT);
        uniqueIndex("ux_signing_key_current", tenantId, algorithm).where("state = 'current'");
        uniqueIndex("ux_signing_key_next", tenantId, algorithm).where("state = 'next'");
    }
}
