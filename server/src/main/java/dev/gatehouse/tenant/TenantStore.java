package dev.gatehouse.tenant;

import static dev.gatehouse.tenant.TenantTable.TENANT;

import dev.gatehouse.mapper.Condition;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import java.util.List;
import java.util.Optional;

/// Where tenants are kept.
public final class TenantStore {

    /// Makes the tenant that every installation has, unless it is there. Two nodes may start at once.
    public void ensureMain(Tx tx) {
        tx.insert(TENANT)
                .set(TENANT.id, Tenant.MAIN)
                .set(TENANT.name, "Main")
                .set(TENANT.createdAt, tx.now())
                .onConflict(TENANT.id)
                .doNothing()
                .run();
    }

    public boolean hasMain(ReadTx tx) {
        return tx.exists(TENANT, TENANT.id.eq(Tenant.MAIN));
    }

    public Tenant add(Tx tx, String id, String name) {
        return tx.insert(TENANT.tenant, new Tenant(id, name, tx.now(), Optional.empty()));
    }

    /// One that was not removed.
    public Optional<Tenant> find(ReadTx tx, String id) {
        return tx.find(TENANT.tenant, TENANT.id.eq(id), TENANT.removedAt.isNull());
    }

    /// Those that were not removed, in the order of their ids.
    ///
    /// @param name only those of this name
    /// @param after the id of the last one that was seen
    public List<Tenant> list(ReadTx tx, Optional<String> name, Optional<String> after, int limit) {
        return tx.select(TENANT.tenant)
                .where(TENANT.removedAt.isNull())
                .and(Condition.when(name, TENANT.name::eq))
                .keyset(TENANT.id.asc().after(after))
                .limit(limit)
                .list();
    }

    /// @return whether it was there until now
    public boolean remove(Tx tx, String id) {
        var removed = tx.update(TENANT)
                .set(TENANT.removedAt, tx.now())
                .where(TENANT.id.eq(id), TENANT.removedAt.isNull())
                .run();
        return removed == 1;
    }

    /// Those that were removed and still have something to be cleared away. They are held until the transaction ends:
    /// what others were about to add is there by now, and they add nothing more before that.
    public List<Tenant> removed(Tx tx, int limit) {
        return tx.select(TENANT.tenant)
                .where(TENANT.removedAt.isNotNull())
                .orderBy(TENANT.id)
                .limit(limit)
                .forUpdate()
                .list();
    }

    /// Forgets one that was removed and to which nothing belongs any more.
    public void forget(Tx tx, String id) {
        tx.delete(TENANT).where(TENANT.id.eq(id), TENANT.removedAt.isNotNull()).run();
    }
}
