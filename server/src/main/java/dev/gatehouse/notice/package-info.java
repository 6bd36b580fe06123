/// Tells every node that something which it keeps in memory has changed in the database.
///
/// Whoever changes signing keys, clients or models *posts* a notice in the same transaction: a counter goes up.
/// Every node looks at the counters twice a second and loads what has moved. No message can be lost, since there
/// are none: a node that slept, was cut off or has just started sees the counters as they are.
///
/// Open first: `Notices`, then `Topic`, `NoticeStore`, `NoticeTable`.
package dev.gatehouse.notice;
