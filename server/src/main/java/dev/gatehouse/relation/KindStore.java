package dev.gatehouse.relation;

import static dev.gatehouse.mapper.ColumnType.TEXT;
import static dev.gatehouse.relation.ChangeTable.RELATIONSHIP_CHANGE;
import static dev.gatehouse.relation.KindTable.RELATIONSHIP_KIND;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.gatehouse.mapper.ColumnType;
import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.Expression;
import dev.gatehouse.mapper.Projection;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import java.util.Map;

/// Where it is counted how many relationships of each kind there are.
final class KindStore {

    /// @param more of each kind; fewer are negative
    void count(Tx tx, String tenantId, Map<Kind, Long> more) {
        more.forEach((kind, number) -> {
            if (number != 0) count(tx, tenantId, kind, number);
        });
    }

    private static void count(Tx tx, String tenantId, Kind kind, long more) {
        tx.insert(RELATIONSHIP_KIND)
                .set(RELATIONSHIP_KIND.tenantId, tenantId)
                .set(RELATIONSHIP_KIND.objectType, kind.objectType())
                .set(RELATIONSHIP_KIND.relation, kind.relation())
                .set(RELATIONSHIP_KIND.user, kind.user())
                .set(RELATIONSHIP_KIND.condition, kind.condition())
                .set(RELATIONSHIP_KIND.count, more)
                .onConflict(
                        RELATIONSHIP_KIND.tenantId,
                        RELATIONSHIP_KIND.objectType,
                        RELATIONSHIP_KIND.relation,
                        RELATIONSHIP_KIND.user,
                        RELATIONSHIP_KIND.condition)
                .doUpdate()
                .set(RELATIONSHIP_KIND.count, RELATIONSHIP_KIND.count.plus(more))
                .run();
    }

    /// Those of which there are some.
    Map<Kind, Long> counts(ReadTx tx, String tenantId) {
        return tx
                .select(RELATIONSHIP_KIND.counted)
                .where(RELATIONSHIP_KIND.tenantId.eq(tenantId), RELATIONSHIP_KIND.count.gt(0L))
                .list()
                .stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void close(Tx tx, String tenantId) {
        tx.delete(RELATIONSHIP_KIND)
                .where(RELATIONSHIP_KIND.tenantId.eq(tenantId))
                .run();
    }

    /// Of which kinds the changes of a revision are, counted by the database.
    Map<Kind, Long> inRevision(ReadTx tx, String tenantId, long revision) {
        var counted = changed(tx.dialect());
        return tx
                .sql(
                        "select {} from {} where {} group by 1, 2, 3, 4",
                        counted,
                        RELATIONSHIP_CHANGE,
                        RELATIONSHIP_CHANGE.tenantId.eq(tenantId).and(RELATIONSHIP_CHANGE.revision.eq(revision)))
                .list(counted)
                .stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// As [Kind#of] has it, in SQL.
    private static Projection<Map.Entry<Kind, Long>> changed(Dialect dialect) {
        var place = dialect == Dialect.SQLITE ? "instr" : "strpos";
        var objectType = Expression.sql(
                TEXT,
                "substr({}, 1, " + place + "({}, ':') - 1)",
                RELATIONSHIP_CHANGE.object,
                RELATIONSHIP_CHANGE.object);
        var user = RELATIONSHIP_CHANGE.user;
        var type = Expression.sql(TEXT, "substr({}, 1, " + place + "({}, ':') - 1)", user, user);
        var kind = Expression.sql(
                TEXT,
                "case when {} = {} || ':*' then {} when " + place + "({}, '#') > 0 then {} || substr({}, " + place
                        + "({}, '#')) else {} end",
                user,
                type,
                user,
                user,
                type,
                user,
                user,
                type);
        var condition = Expression.sql(TEXT, "coalesce({}, '')", RELATIONSHIP_CHANGE.conditionName);
        var count = Expression.sql(ColumnType.BIGINT, "count(*)");
        return Projection.of(
                row -> Map.entry(
                        new Kind(
                                row.get(objectType),
                                row.get(RELATIONSHIP_CHANGE.relation),
                                row.get(kind),
                                row.get(condition)),
                        row.get(count)),
                objectType,
                RELATIONSHIP_CHANGE.relation,
                kind,
                condition,
                count);
    }
}
