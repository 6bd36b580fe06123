/// Signed tokens: their algorithms and keys, how one is signed, and what must hold before one is believed.
///
/// Read [dev.gatehouse.jose.JwtAlgorithm], [dev.gatehouse.jose.SigningKey] and [dev.gatehouse.jose.JwtSigner] for
/// the way out; [dev.gatehouse.jose.JwtVerifier] is the list of rules for the way in. Keys are made and spelled
/// here, and kept elsewhere. Key formats are those of nimbus-jose-jwt; signatures come from `java.security`
/// itself, so that the provider installed by room `secret` makes them.
package dev.gatehouse.jose;
