/// What the world may know of us: the public keys by which our tokens are checked, and what this server can
/// do.
///
/// Open [dev.gatehouse.discovery.ProviderMetadata] first: one record a specification, its members in its
/// words.
package dev.gatehouse.discovery;
