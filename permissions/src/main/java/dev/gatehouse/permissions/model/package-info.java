/// The permission language: types, relations, rewrites and conditions.
///
/// Open first: `Rewrite`, then `AuthorizationModel`.
package dev.gatehouse.permissions.model;
