package dev.gatehouse.relation;

import static dev.gatehouse.mapper.ColumnType.BIGINT;
import static dev.gatehouse.mapper.ColumnType.INSTANT;
import static dev.gatehouse.mapper.ColumnType.INTEGER;
import static dev.gatehouse.mapper.ColumnType.TEXT;
import static dev.gatehouse.mapper.ColumnType.text;
import static dev.gatehouse.mapper.OnDelete.RESTRICT;
import static dev.gatehouse.tenant.TenantTable.TENANT;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Mapping;
import dev.gatehouse.mapper.Table;
import dev.gatehouse.permissions.relation.Change;
import dev.gatehouse.permissions.relation.Relationship;
import java.time.Instant;

/// Every change in its order, for as long as changes are kept: what followers read, and who did it.
public final class ChangeTable extends Table {

    public static final ChangeTable RELATIONSHIP_CHANGE = new ChangeTable();

    final Column<String> tenantId = notNull("tenant_id", TEXT);
    final Column<Long> revision = notNull("revision", BIGINT);

    /// Its place among the changes of one revision, from 0.
    final Column<Integer> ordinal = notNull("ordinal", INTEGER);

    final Column<Change.Kind> operation = notNull("operation", text(Change.Kind.class));
    final Column<String> object = notNull("object_name", TEXT);
    final Column<String> relation = notNull("relation", TEXT);
    final Column<String> user = notNull("user_name", TEXT);
    final Column<String> conditionName = nullable("condition_name", TEXT);
    final Column<String> conditionContext = nullable("condition_context", TEXT);
    final Column<Instant> changedAt = notNull("changed_at", INSTANT);

    /// Who did it, as audit records name it; who is gone by now stays named. Empty for a stranger.
    final Column<String> changedBy = nullable("changed_by", TEXT);

    final Mapping<StoredChange> stored = Mapping.<StoredChange>of(row -> new StoredChange(
                    row.get(tenantId),
                    row.get(revision),
                    row.get(ordinal),
                    new Change(
                            row.get(operation),
                            new Relationship(
                                    row.get(object),
                                    row.get(relation),
                                    row.get(user),
                                    ContextJson.use(row.find(conditionName), row.find(conditionContext)))),
                    row.get(changedAt),
                    row.find(changedBy)))
            .with(tenantId, StoredChange::tenantId)
            .with(revision, StoredChange::revision)
            .with(ordinal, StoredChange::ordinal)
            .with(operation, stored -> stored.change().kind())
            .with(object, stored -> relationship(stored).object())
            .with(relation, stored -> relationship(stored).relation())
            .with(user, stored -> relationship(stored).user())
            .withOptional(conditionName, stored -> ContextJson.name(relationship(stored)))
            .withOptional(conditionContext, stored -> ContextJson.context(relationship(stored)))
            .with(changedAt, StoredChange::changedAt)
            .withOptional(changedBy, StoredChange::changedBy);

    private ChangeTable() {
        super("relationship_change");
        primaryKey(tenantId, revision, ordinal);
        foreignKey("fk_relationship_change_tenant", tenantId, TENANT.id, RESTRICT);
    }

    private static Relationship relationship(StoredChange stored) {
        return stored.change().relationship();
    }
}
