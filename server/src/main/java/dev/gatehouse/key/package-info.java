/// The keys that sign our tokens: made once, kept sealed, published as a JWK set.
///
/// With an HMAC algorithm the key is the one of the settings and nothing is kept here. With every other, a key
/// pair is made at the first start and stored with its private part sealed under a key derived from
/// `JWT_SECRET_KEY`; all nodes of one database use the same. A key that no longer signs goes on to verify what it
/// signed.
///
/// Open first: `SigningKeys`, then `StoredKey`, `KeyStore`, `KeyTable`.
package dev.gatehouse.key;
