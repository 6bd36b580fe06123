/// Relationships: stored, changed and followed.
///
/// Every transaction that changes some takes the next *revision* of its tenant, so that the changes of a
/// tenant stand in one row, without a gap, in the order in which they were committed. A `ConsistencyToken`
/// names such a revision. `docs/architecture/permission-check.md` tells the whole.
///
/// Open first: `Changes`, `Relationships`, `Turn` and its `Verdict` for writing; `Snapshots` for asking, with
/// `SnapshotStore` behind it, and `Memory`, which is `Seats`, the `Following` that sits on each, and the two
/// threads that bring them in and keep them new; `RelationshipEndpoint` and `ChangeFeedEndpoint` for the
/// doors.
package dev.gatehouse.relation;
