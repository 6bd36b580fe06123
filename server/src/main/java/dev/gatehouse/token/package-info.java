/// The tokens that a session hands out: short access tokens that anybody can check, and refresh tokens that only
/// we can.
///
/// A refresh token is spent by using it and answered with its successor; all that descend from one sign-in are a
/// family, and their session is its name. States of a refresh token: *waiting* (never used), *spent within the
/// grace* (answered with the same successor again, since the first answer may have been lost), *spent* (used
/// again, it ends the family: somebody has a copy).
///
/// Open first: `AccessTokens`, then `RefreshToken`, `RefreshTokens` (the rules), `RefreshTokenStore`;
/// `SignedInGuard` stands at the street doors of all rooms.
package dev.gatehouse.token;
