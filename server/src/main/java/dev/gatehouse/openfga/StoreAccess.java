package dev.gatehouse.openfga;

import dev.gatehouse.audit.Actor;
import dev.gatehouse.right.Right;
import dev.gatehouse.right.Rights;
import dev.gatehouse.tenant.Tenant;

/// The only way to a store: whoever wants something of it must have the right to it, on that store or on all.
public final class StoreAccess {

    private final Stores stores;
    private final Rights rights;

    public StoreAccess(Stores stores, Rights rights) {
        this.stores = stores;
        this.rights = rights;
    }

    /// To ask it, and to see what it is asked by.
    Outcome<Tenant> toAsk(Actor actor, String storeId) {
        return to(actor, Right.ASK, storeId);
    }

    /// To write models, tuples and assertions, and to read tuples as they stand.
    Outcome<Tenant> toWrite(Actor actor, String storeId) {
        return to(actor, Right.ADMINISTER_PERMISSIONS, storeId);
    }

    /// The right is asked before the store: whoever has none is not told which stores there are.
    private Outcome<Tenant> to(Actor actor, Right right, String storeId) {
        return rights.has(actor, right, StoreId.tenant(storeId))
                ? stores.find(storeId)
                : Outcome.failed(FailureCode.FORBIDDEN, right.missing());
    }
}
