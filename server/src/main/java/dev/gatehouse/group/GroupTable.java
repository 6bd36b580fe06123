package dev.gatehouse.group;

import static dev.gatehouse.mapper.ColumnType.INSTANT;
import static dev.gatehouse.mapper.ColumnType.TEXT;
import static dev.gatehouse.mapper.OnDelete.RESTRICT;
import static dev.gatehouse.tenant.TenantTable.TENANT;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Mapping;
import dev.gatehouse.mapper.Table;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;

/// Who is in a group does not stand here but among the relationships.
public final class GroupTable extends Table {

    public static final GroupTable PERSON_GROUP = new GroupTable();

    final Column<String> tenantId = notNull("tenant_id", TEXT);
    final Column<String> id = notNull("id", TEXT);
    final Column<String> name = notNull("name", TEXT);
    final Column<String> nameKey = notNull("name_key", TEXT);
    final Column<String> description = nullable("description", TEXT);
    final Column<Instant> createdAt = notNull("created_at", INSTANT);
    final Column<Instant> updatedAt = notNull("updated_at", INSTANT);

    /// Without `name_key`, which is for finding only: the record does not know of it.
    final Mapping<Group> group = Mapping.<Group>of(row -> new Group(
                    row.get(tenantId),
                    row.get(id),
                    row.get(name),
                    row.find(description),
                    row.get(createdAt),
                    row.get(updatedAt)))
            .with(tenantId, Group::tenantId)
            .with(id, Group::id)
            .with(name, Group::name)
            .withOptional(description, Group::description)
            .with(createdAt, Group::createdAt)
            .with(updatedAt, Group::updatedAt);

    private GroupTable() {
        super("person_group");
        primaryKey(tenantId, id);
        unique("uq_person_group_name", tenantId, nameKey);
        foreignKey("fk_person_group_tenant", tenantId, TENANT.id, RESTRICT);
    }

    /// The form under which names are searched, and told apart: two that people would take for one are one.
    static String nameKey(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
