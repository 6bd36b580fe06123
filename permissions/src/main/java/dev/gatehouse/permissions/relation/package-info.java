/// Relationships, and all of them at one moment.
///
/// A [Snapshot] is asked; there are three that answer alike: `PlainSnapshot`, of maps; `ContextualSnapshot`,
/// which lays the relationships of one question over another; and `MemorySnapshot`, which holds a million in
/// arrays. A `MemoryLoader` makes a `MemoryGraph` of them, and that takes commits in and gives a snapshot
/// after each.
///
/// Open first: `Relationship`, then `Snapshot`; for what is in memory `MemoryGraph`, `CompactGraph`,
/// `Overlay`.
package dev.gatehouse.permissions.relation;
