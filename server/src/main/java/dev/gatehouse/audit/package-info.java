/// Who did what, when and from where: written in the transaction that does it, never changed afterwards.
///
/// Records of a tenant form a chain: each carries a keyed digest (HMAC) over its own content and the digest
/// before it. The key is derived from `JWT_SECRET_KEY` and is not in the database, so whoever can only write to
/// the database cannot alter, drop or insert a record unnoticed, unless it drops the newest ones and sets the end
/// of the chain back with them; `./gatehouse doctor` walks the chain.
///
/// Open first: `AuditEvent` (what a room reports), `AuditLog` (how it is chained), `AuditTable`.
package dev.gatehouse.audit;
