package dev.gatehouse.group;

import static dev.gatehouse.group.GroupTable.PERSON_GROUP;

import dev.gatehouse.mapper.Condition;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Where the names of groups are kept.
final class GroupStore {

    void add(Tx tx, Group group) {
        tx.insert(PERSON_GROUP)
                .values(PERSON_GROUP.group, group)
                .set(PERSON_GROUP.nameKey, GroupTable.nameKey(group.name()))
                .run();
    }

    Optional<Group> find(ReadTx tx, String tenantId, String id) {
        return tx.find(PERSON_GROUP.group, PERSON_GROUP.tenantId.eq(tenantId), PERSON_GROUP.id.eq(id));
    }

    List<Group> find(ReadTx tx, String tenantId, Collection<String> ids) {
        return tx.select(PERSON_GROUP.group)
                .where(PERSON_GROUP.tenantId.eq(tenantId), PERSON_GROUP.id.in(ids))
                .list();
    }

    /// Finds a group and keeps everybody else from changing it until the transaction ends.
    Optional<Group> take(Tx tx, String tenantId, String id) {
        return tx.select(PERSON_GROUP.group)
                .where(PERSON_GROUP.tenantId.eq(tenantId), PERSON_GROUP.id.eq(id))
                .forUpdate()
                .one();
    }

    /// @return in the order of their ids, from the one after `after` on
    List<Group> list(ReadTx tx, String tenantId, Optional<String> prefix, Optional<String> after, int limit) {
        return tx.select(PERSON_GROUP.group)
                .where(PERSON_GROUP.tenantId.eq(tenantId))
                .and(Condition.when(prefix, begins -> PERSON_GROUP.nameKey.startsWith(GroupTable.nameKey(begins))))
                .and(Condition.when(after, PERSON_GROUP.id::gt))
                .orderBy(PERSON_GROUP.id.asc())
                .limit(limit)
                .list();
    }

    void replace(Tx tx, Group group) {
        tx.update(PERSON_GROUP)
                .set(PERSON_GROUP.name, group.name())
                .set(PERSON_GROUP.nameKey, GroupTable.nameKey(group.name()))
                .set(PERSON_GROUP.description, group.description())
                .set(PERSON_GROUP.updatedAt, group.updatedAt())
                .where(PERSON_GROUP.tenantId.eq(group.tenantId()), PERSON_GROUP.id.eq(group.id()))
                .run();
    }

    boolean remove(Tx tx, String tenantId, String id) {
        return tx.delete(PERSON_GROUP)
                        .where(PERSON_GROUP.tenantId.eq(tenantId), PERSON_GROUP.id.eq(id))
                        .run()
                == 1;
    }
}
