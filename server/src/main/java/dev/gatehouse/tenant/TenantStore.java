package dev.gatehouse.tenant;

import static dev.gatehouse.tenant.TenantTable.TENANT;

import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;

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
}
