package dev.gatehouse.role;

import static dev.gatehouse.role.RoleTable.ROLE;

import dev.gatehouse.mapper.Condition;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import java.util.List;
import java.util.Optional;

/// Where roles are kept, without their actions.
final class RoleStore {

    /// Adds a role, or replaces it.
    void put(Tx tx, Role role) {
        tx.insert(ROLE)
                .values(ROLE.role, role)
                .onConflict(ROLE.tenantId, ROLE.name)
                .doUpdate()
                .set(ROLE.description, role.description())
                .set(ROLE.updatedAt, role.updatedAt())
                .run();
    }

    Optional<Role> find(ReadTx tx, String tenantId, String name) {
        return tx.find(ROLE.role, ROLE.tenantId.eq(tenantId), ROLE.name.eq(name));
    }

    /// Finds a role and keeps everybody else from changing it until the transaction ends.
    Optional<Role> take(Tx tx, String tenantId, String name) {
        return tx.select(ROLE.role)
                .where(ROLE.tenantId.eq(tenantId), ROLE.name.eq(name))
                .forUpdate()
                .one();
    }

    List<Role> list(ReadTx tx, String tenantId, Optional<String> after, int limit) {
        return tx.select(ROLE.role)
                .where(ROLE.tenantId.eq(tenantId))
                .and(Condition.when(after, ROLE.name::gt))
                .orderBy(ROLE.name.asc())
                .limit(limit)
                .list();
    }

    void remove(Tx tx, String tenantId, String name) {
        tx.delete(ROLE).where(ROLE.tenantId.eq(tenantId), ROLE.name.eq(name)).run();
    }
}
