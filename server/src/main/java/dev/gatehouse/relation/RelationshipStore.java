package dev.gatehouse.relation;

import static dev.gatehouse.relation.RelationshipTable.RELATIONSHIP;
import static java.util.stream.Collectors.toMap;

import dev.gatehouse.mapper.Condition;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Select;
import dev.gatehouse.mapper.Splice;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.permissions.relation.Relationship;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Where relationships are kept.
final class RelationshipStore {

    /// So many are looked for by one statement.
    private static final int AT_ONCE = 128;

    void add(Tx tx, String tenantId, Collection<Relationship> relationships, long revision) {
        tx.insertAll(
                RELATIONSHIP.stored,
                relationships.stream()
                        .map(each -> new StoredRelationship(tenantId, each, revision, tx.now()))
                        .toList());
    }

    void remove(Tx tx, String tenantId, List<RelationshipKey> keys) {
        for (var part : parts(keys))
            tx.delete(RELATIONSHIP)
                    .where(RELATIONSHIP.tenantId.eq(tenantId), oneOf(part))
                    .run();
    }

    /// Those of the keys that are there.
    Map<RelationshipKey, Relationship> find(ReadTx tx, String tenantId, List<RelationshipKey> keys) {
        return parts(keys).stream()
                .flatMap(part -> tx
                        .select(RELATIONSHIP.relationship)
                        .where(RELATIONSHIP.tenantId.eq(tenantId), oneOf(part))
                        .list()
                        .stream())
                .collect(toMap(RelationshipKey::of, each -> each));
    }

    boolean exists(ReadTx tx, String tenantId, RelationshipFilter filter) {
        return tx.exists(RELATIONSHIP, RELATIONSHIP.tenantId.eq(tenantId), meets(filter));
    }

    /// @param after the last of the page before
    /// @return in the order of their objects, of a filter by user alone in that of their users; `limit` at
    ///     most
    List<StoredRelationship> list(
            ReadTx tx, String tenantId, RelationshipFilter filter, Optional<RelationshipKey> after, int limit) {
        var select = tx.select(RELATIONSHIP.stored).where(RELATIONSHIP.tenantId.eq(tenantId), meets(filter));
        var byObject = filter.isNarrowByObject() || !filter.isNarrow();
        return inOrder(select, byObject, after).limit(limit).list();
    }

    /// @return how many of a tenant's were removed
    int erase(Tx tx, String tenantId, int most) {
        return tx.delete(RELATIONSHIP)
                .where(RELATIONSHIP.tenantId.eq(tenantId))
                .limit(most)
                .run();
    }

    long count(ReadTx tx, String tenantId) {
        return tx.count(RELATIONSHIP, RELATIONSHIP.tenantId.eq(tenantId));
    }

    /// Hands over all of a tenant, in the order of their keys.
    void stream(ReadTx tx, String tenantId, Consumer<Relationship> eye) {
        tx
                .select(RELATIONSHIP.relationship)
                .where(RELATIONSHIP.tenantId.eq(tenantId))
                .orderBy(RELATIONSHIP.object, RELATIONSHIP.relation, RELATIONSHIP.user)
                .stream(eye);
    }

    /// By an index: the one that begins with the objects, or the one that begins with the users.
    private static <R> Select<R> inOrder(Select<R> select, boolean byObject, Optional<RelationshipKey> after) {
        var object = RELATIONSHIP.object.asc().after(after.map(RelationshipKey::object));
        var relation = RELATIONSHIP.relation.asc().after(after.map(RelationshipKey::relation));
        var user = RELATIONSHIP.user.asc().after(after.map(RelationshipKey::user));
        return byObject ? select.keyset(object, relation, user) : select.keyset(user, relation, object);
    }

    private static Condition meets(RelationshipFilter filter) {
        return Condition.allOf(
                Condition.when(filter.object(), RELATIONSHIP.object::eq),
                Condition.when(filter.objectType(), type -> RELATIONSHIP.object.startsWith(type + ":")),
                Condition.when(filter.relation(), RELATIONSHIP.relation::eq),
                Condition.when(filter.user(), RELATIONSHIP.user::eq),
                Condition.when(filter.userType(), type -> RELATIONSHIP.user.startsWith(type + ":")));
    }

    private static List<List<RelationshipKey>> parts(List<RelationshipKey> keys) {
        var parts = new ArrayList<List<RelationshipKey>>();
        for (int from = 0; from < keys.size(); from += AT_ONCE)
            parts.add(keys.subList(from, Math.min(keys.size(), from + AT_ONCE)));
        return parts;
    }

    /// A row of three values for each key, filled up to a power of two with the last, so that few statements
    /// serve lists of all lengths.
    private static Condition oneOf(List<RelationshipKey> keys) {
        var room = Integer.highestOneBit(keys.size() * 2 - 1);
        var text = new StringBuilder("({}, {}, {}) in (values ({}, {}, {})").repeat(", ({}, {}, {})", room - 1);
        var parts = new ArrayList<Splice>(List.of(RELATIONSHIP.object, RELATIONSHIP.relation, RELATIONSHIP.user));
        for (int i = 0; i < room; i++) {
            var key = keys.get(Math.min(i, keys.size() - 1));
            parts.add(RELATIONSHIP.object.value(key.object()));
            parts.add(RELATIONSHIP.relation.value(key.relation()));
            parts.add(RELATIONSHIP.user.value(key.user()));
        }
        return Condition.sql(text.append(")").toString(), parts.toArray(Splice[]::new));
    }
}
