package dev.gatehouse.mapper;

import static dev.gatehouse.mapper.ColumnType.TEXT;

final class TenantTable extends Table {
    static final TenantTable TENANT = new TenantTable();

    final Column<String> id = notNull("id", TEXT);
    final Column<String> name = notNull("name", TEXT);

    final Mapping<Tenant> tenant = Mapping.<Tenant>of(row -> new Tenant(row.get(id), row.get(name)))
            .with(id, Tenant::id)
            .with(name, Tenant::name);

    private TenantTable() {
        super("tenant");
        primaryKey(id);
    }
}
