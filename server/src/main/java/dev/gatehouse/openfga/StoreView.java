package dev.gatehouse.openfga;

import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.web.shape.Doc;
import java.time.Instant;

@Doc("A store: a tenant.")
record StoreView(String id, String name, Instant createdAt, Instant updatedAt) {

    /// Nothing about a tenant changes after it was made.
    static StoreView of(Tenant tenant) {
        return new StoreView(StoreId.ofTenant(tenant.id()), tenant.name(), tenant.createdAt(), tenant.createdAt());
    }
}
