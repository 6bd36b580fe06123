/// Proofs of possession: whoever sends one holds the key that a token is bound to, now, for this very request. A
/// stolen token is worth nothing without such a proof, and a stolen proof nothing elsewhere or a second time.
///
/// Open first: `ProofRules` (what must hold, in order), `DpopProofs` (who asks, and single use), `Nonces` (how a proof
/// is kept from having been made long before).
///
/// @spec https://www.rfc-editor.org/rfc/rfc9449 RFC 9449
package dev.gatehouse.dpop;
