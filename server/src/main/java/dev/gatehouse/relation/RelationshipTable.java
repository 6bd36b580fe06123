package dev.gatehouse.relation;

import static dev.gatehouse.mapper.ColumnType.BIGINT;
import static dev.gatehouse.mapper.ColumnType.INSTANT;
import static dev.gatehouse.mapper.ColumnType.TEXT;
import static dev.gatehouse.mapper.OnDelete.RESTRICT;
import static dev.gatehouse.tenant.TenantTable.TENANT;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Mapping;
import dev.gatehouse.mapper.Projection;
import dev.gatehouse.mapper.Table;
import dev.gatehouse.permissions.relation.Names;
import dev.gatehouse.permissions.relation.Relationship;
import java.time.Instant;

/// A name is one column, `document:charter`, so that all things of a type are a range of the keys.
///
/// The columns are not called `object` and `user`: on PostgreSQL `select user` asks who is connected, without
/// a word of warning.
public final class RelationshipTable extends Table {

    public static final RelationshipTable RELATIONSHIP = new RelationshipTable();

    final Column<String> tenantId = notNull("tenant_id", TEXT);
    final Column<String> object = notNull("object_name", TEXT);
    final Column<String> relation = notNull("relation", TEXT);
    final Column<String> user = notNull("user_name", TEXT);

    /// `member` of `group:staff#member`; empty where the user is no userset. Few are, and those have an
    /// index.
    final Column<String> userRelation = notNull("user_relation", TEXT);

    final Column<String> conditionName = nullable("condition_name", TEXT);

    /// JSON, only ever read whole. As text it comes back as it was written, which `jsonb` does not promise.
    final Column<String> conditionContext = nullable("condition_context", TEXT);

    /// Of the write that brought it.
    final Column<Long> revision = notNull("revision", BIGINT);

    final Column<Instant> writtenAt = notNull("written_at", INSTANT);

    final Projection<Relationship> relationship = Projection.of(
            row -> new Relationship(
                    row.get(object),
                    row.get(relation),
                    row.get(user),
                    ContextJson.use(row.find(conditionName), row.find(conditionContext))),
            object,
            relation,
            user,
            conditionName,
            conditionContext);

    final Mapping<StoredRelationship> stored = Mapping.<StoredRelationship>of(row -> new StoredRelationship(
                    row.get(tenantId),
                    new Relationship(
                            row.get(object),
                            row.get(relation),
                            row.get(user),
                            ContextJson.use(row.find(conditionName), row.find(conditionContext))),
                    row.get(revision),
                    row.get(writtenAt)))
            .with(tenantId, StoredRelationship::tenantId)
            .with(object, stored -> stored.relationship().object())
            .with(relation, stored -> stored.relationship().relation())
            .with(user, stored -> stored.relationship().user())
            .with(userRelation, stored -> userRelation(stored.relationship().user()))
            .withOptional(conditionName, stored -> ContextJson.name(stored.relationship()))
            .withOptional(conditionContext, stored -> ContextJson.context(stored.relationship()))
            .with(revision, StoredRelationship::revision)
            .with(writtenAt, StoredRelationship::writtenAt);

    private RelationshipTable() {
        super("relationship");
        primaryKey(tenantId, object, relation, user);
        foreignKey("fk_relationship_tenant", tenantId, TENANT.id, RESTRICT);
        index("ix_relationship_user", tenantId, user, relation, object);
        index("ix_relationship_userset", tenantId, object, relation, user).where("user_relation <> ''");
    }

    private static String userRelation(String user) {
        return Names.isUserset(user) ? Names.relation(user) : "";
    }
}
