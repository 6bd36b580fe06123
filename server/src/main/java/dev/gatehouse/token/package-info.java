/// The tokens that a session hands out: short access tokens that anybody can check, and refresh tokens that
/// only we can.
///
/// A refresh token is spent by using it and answered with its successor; all that descend from one sign-in
/// are a family, and their session is its name. States of a refresh token: *waiting* (never used), *spent
/// within the grace* (answered with the same successor again, since the first answer may have been lost),
/// *spent* (used again, it ends the family: somebody has a copy).
///
/// Five stories, each to be opened by itself:
///
/// - *Access tokens*: `AccessTokens` signs and reads them, `OpaqueTokens` keeps those that say nothing by
///   themselves, and `LiveTokens` tells whether what one stands on is still there.
/// - *Our own API*: `RefreshToken`, `RefreshTokens` (the rules), `RefreshTokenStore`.
/// - *Clients*: `AuthorizationCodes`, `TokenFamilies` (all that one leave led to), `ClientRefreshTokens`,
///   `Authorizations` (what codes and devices share), `ExchangedTokens`, `IdTokens`.
/// - *Who shows a token*: `AccessTokenGuard` and `SignedInGuard` stand at the street doors of all rooms.
/// - *What it is worth*: `IntrospectionEndpoint`, `RevocationEndpoint`, `UserinfoEndpoint`.
package dev.gatehouse.token;
