/// Signing in and what belongs to it, as JSON: password in, tokens out; refresh; sign-out; a new password; the
/// first administrator.
///
/// The story of one sign-in: `SignInEndpoint` (HTTP) → `PasswordSignIn` (the rules, in order: slowed down? the
/// password? allowed?) → `session/Sessions` and `token/RefreshTokens` (what is begun, in one transaction with its
/// audit record) → `token/AccessTokens` (what is signed, after it).
package dev.gatehouse.signin;
