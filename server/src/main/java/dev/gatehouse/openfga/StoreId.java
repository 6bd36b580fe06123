package dev.gatehouse.openfga;

import dev.gatehouse.tenant.Tenant;

/// How stores are called: ULIDs, 26 characters that sort by time.
///
/// SDKs take nothing else, so that the tenant `main` goes by a ULID too.
///
/// @spec https://github.com/ulid/spec ULID
final class StoreId {

    /// What the tenant `main` is called.
    static final String MAIN = "0000000000000000000000MA1N";

    /// What may stand for a store or a model in a path or a body.
    static final String FORM = "[0-9A-HJKMNP-TV-Z]{26}";

    private StoreId() {}

    static String ofTenant(String tenantId) {
        return tenantId.equals(Tenant.MAIN) ? MAIN : tenantId;
    }

    static String tenant(String storeId) {
        return storeId.equals(MAIN) ? Tenant.MAIN : storeId;
    }
}
