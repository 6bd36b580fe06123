/// `/oauth2/token`: a client shows who it is and what it was given, and gets tokens for it. One file a `grant_type`.
///
/// Open first: `TokenEndpoint` (the HTTP), `PossessionGuard` (which keys the caller holds), `AuthorizationCodeGrant`
/// (a person's leave is redeemed), `RefreshTokenGrant` (it goes on), `DeviceCodeGrant` (the same for a device),
/// `TokenExchangeGrant` (an API passes it on), `ClientCredentialsGrant` (a client asks for itself), `TokenProblems`
/// (the words of RFC 6749 for a no).
package dev.gatehouse.grant;
