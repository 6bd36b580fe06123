/// Relationships, and all of them at one moment.
///
/// Open first: `Relationship`, then `Snapshot`.
package dev.gatehouse.permissions.relation;
