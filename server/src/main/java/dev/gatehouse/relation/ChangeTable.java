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
import dev.gatehouse.permissions.relation.Relationship;
import java.time.Instant;

/// Every change that ever was, in its order: what followers read, and who did it.
public final class ChangeTable extends Table {

    public static final ChangeTable RELATIONSHIP_CHANGE = new ChangeTable();

    final Column<String> tenantId = notNull("tenant_id", TEXT);
    final Column<Long> revision = notNull("revision", BIGINT);

    /// Its place among the changes of one revision, from 0.
    final Column<Integer> ordinal = notNull("ordinal", INTEGER);

    final Column<Change.Operation> operation = notNull("operation", text(Change.Operation.class));
    final Column<String> object = notNull("object_name", TEXT);
    final Column<String> relation = notNull("relation", TEXT);
    final Column<String> user = notNull("user_name", TEXT);
    final Column<String> conditionName = nullable("condition_name", TEXT);
    final Column<String> conditionContext = nullable("condition_context", TEXT);
    final Column<Instant> changedAt = notNull("changed_at", INSTANT);

    /// The subject of the account that did it; who is gone by now stays named. Empty for a stranger.
    final Column<String> changedBy = nullable("changed_by", TEXT);

    final Mapping<StoredChange> stored = Mapping.<StoredChange>of(row -> new StoredChange(
                    row.get(tenantId),
                    new Change(
                            row.get(revision),
                            row.get(ordinal),
                            row.get(operation),
                            new Relationship(
                                    row.get(object),
                                    row.get(relation),
                                    row.get(user),
                                    ContextJson.use(row.find(conditionName), row.find(conditionContext))),
                            row.get(changedAt),
                            row.find(changedBy))))
            .with(tenantId, StoredChange::tenantId)
            .with(revision, stored -> stored.change().revision())
            .with(ordinal, stored -> stored.change().ordinal())
            .with(operation, stored -> stored.change().operation())
            .with(object, stored -> stored.change().relationship().object())
            .with(relation, stored -> stored.change().relationship().relation())
            .with(user, stored -> stored.change().relationship().user())
            .withOptional(
                    conditionName, stored -> ContextJson.name(stored.change().relationship()))
            .withOptional(
                    conditionContext,
                    stored -> ContextJson.context(stored.change().relationship()))
            .with(changedAt, stored -> stored.change().changedAt())
            .withOptional(changedBy, stored -> stored.change().changedBy());

    private ChangeTable() {
        super("relationship_change");
        primaryKey(tenantId, revision, ordinal);
        foreignKey("fk_relationship_change_tenant", tenantId, TENANT.id, RESTRICT);
    }
}
