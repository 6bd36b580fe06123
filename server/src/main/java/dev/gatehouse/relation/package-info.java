/// Relationships: stored, changed and followed.
///
/// Every transaction that changes some takes the next *revision* of its tenant, so that the changes of a
/// tenant stand in one row, without a gap, in the order in which they were committed. A `ConsistencyToken`
/// names such a revision.
///
/// Open first: `Changes`, then `Relationships`, `RelationshipStore`.
package dev.gatehouse.relation;
