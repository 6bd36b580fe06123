package dev.gatehouse.tenant;

import static dev.gatehouse.mapper.ColumnType.INSTANT;
import static dev.gatehouse.mapper.ColumnType.TEXT;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Mapping;
import dev.gatehouse.mapper.Table;
import java.time.Instant;

public final class TenantTable extends Table {

    public static final TenantTable TENANT = new TenantTable();

    public final Column<String> id = notNull("id", TEXT);
    final Column<String> name = notNull("name", TEXT);
    final Column<Instant> createdAt = notNull("created_at", INSTANT);
    final Column<Instant> removedAt = nullable("removed_at", INSTANT);

    final Mapping<Tenant> tenant = Mapping.<Tenant>of(
                    row -> new Tenant(row.get(id), row.get(name), row.get(createdAt), row.find(removedAt)))
            .with(id, Tenant::id)
            .with(name, Tenant::name)
            .with(createdAt, Tenant::createdAt)
            .withOptional(removedAt, Tenant::removedAt);

    private TenantTable() {
        super("tenant");
        primaryKey(id);
    }
}
