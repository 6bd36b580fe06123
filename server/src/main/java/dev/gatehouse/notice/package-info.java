/// Tells every node that something which it keeps in memory has changed in the database.
///
/// Whoever changes signing keys, clients or models *posts* a notice in the same transaction: a counter goes
/// up. Every node looks at the counters, twice a second and whenever another announces that it has posted
/// one, and loads what has moved. A lost announcement costs half a second and nothing else: a node that
/// slept, was cut off or has just started sees the counters as they are.
///
/// Open first: `Notices`, then `Topic`, `NoticeStore`, `NoticeTable`.
package dev.gatehouse.notice;
