/// What must stay unknown to others: random values, digests, keys derived from the one secret of the settings,
/// sealing at rest, and passwords.
///
/// Start with [dev.gatehouse.secret.MasterKey], the root of every derived key, then
/// [dev.gatehouse.secret.Sealing]. A password goes through [dev.gatehouse.secret.Passwords] → `HashingQueue` (how
/// many at once) → `PasswordHash` (pepper and stored form) → `Argon2`.
///
/// Nothing in this room knows HTTP, a database or another room, and no `toString` here shows a secret.
package dev.gatehouse.secret;
