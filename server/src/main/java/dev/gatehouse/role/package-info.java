/// Roles: sets of actions, given to somebody everywhere or on one thing, without a language to learn.
///
/// A role is a row with a description. What it allows and who holds it stands in relationships under the
/// ready model, which any question sees: `RoleNames` says how they are spelled. A role on one thing is an
/// object of its own, an assignment, whose name follows from the role and the thing.
///
/// Open first: `Role`, `Reach`, `RoleNames`; then `Roles` and `Holders` (the rules), `RoleStore` and
/// `RoleTable` (the cellar). `RoleEndpoint`, `HolderEndpoint` and `HeldRoleEndpoint` are the doors.
package dev.gatehouse.role;
