/// What a client may learn about a person: scopes and the `claims` parameter become claims.
///
/// Open first: `PersonClaims` (what there is to tell), `Affiliations` (groups and roles), `ClaimsRequest` (what was
/// asked for).
package dev.gatehouse.claims;
