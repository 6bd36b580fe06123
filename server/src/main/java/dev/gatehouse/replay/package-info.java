/// What may be shown once and no more: client assertions, DPoP proofs.
///
/// Whoever shows a signed statement proves little if somebody who overheard it can show it again. So each is noted, by
/// digest, until it would be refused as expired anyway. The insert decides: of many at once, on all nodes, one is the
/// first.
///
/// Open first: `Replays`, then `ReplayStore`.
package dev.gatehouse.replay;
