/// Isolated sets of people, clients, keys and permissions.
///
/// Every table whose rows belong to somebody starts its key with `tenant_id`, so that no query can forget it
/// and no answer can cross from one tenant to another. People and applications belong to [Tenant#MAIN]; the
/// others are stores of OpenFGA's API and hold permissions only. One that is removed is gone for everybody at
/// once, and what belonged to it is cleared away in parts (room `openfga`).
///
/// Open first: `Tenant`, then `TenantStore`.
package dev.gatehouse.tenant;
