/// Isolated sets of people, clients, keys and permissions.
///
/// Every table whose rows belong to somebody starts its key with `tenant_id`, so that no query can forget it
/// and no answer can cross from one tenant to another. There is one tenant as yet, [Tenant#MAIN];
/// `TenantTable` is where the others will stand.
package dev.gatehouse.tenant;
