package dev.gatehouse.openfga;

import dev.gatehouse.audit.Actor;
import dev.gatehouse.right.Right;
import dev.gatehouse.right.Rights;
import dev.gatehouse.tenant.Tenant;
import java.util.Optional;

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

    /// To ask a model of it something. OpenFGA has no words for a store that there is not, only for its
    /// model.
    Outcome<Tenant> toAskModel(Actor actor, String storeId, Optional<String> modelId) {
        return named(toAsk(actor, storeId), modelId);
    }

    /// To write what a model of it must allow.
    Outcome<Tenant> toWriteByModel(Actor actor, String storeId, Optional<String> modelId) {
        return named(toWrite(actor, storeId), modelId);
    }

    private static Outcome<Tenant> named(Outcome<Tenant> access, Optional<String> modelId) {
        if (!(access instanceof Outcome.Failed<Tenant>(var failure))
                || failure.code() != FailureCode.STORE_ID_NOT_FOUND) return access;
        var code = modelId.isPresent()
                ? FailureCode.AUTHORIZATION_MODEL_NOT_FOUND
                : FailureCode.LATEST_AUTHORIZATION_MODEL_NOT_FOUND;
        return Outcome.failed(code, failure.message());
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
