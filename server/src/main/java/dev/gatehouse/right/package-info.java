/// Gatehouse's own rights, kept and asked like those of any application: relationships to the object `gatehouse:main`
/// under the ready model. Nobody has any of them unless a relationship says so.
///
/// Open first: `Right`, then `Rights`, which is asked, and `RightsGuard`, by which every administrative door asks.
/// `Administrators` are the people who may do everything; one of them is always left.
package dev.gatehouse.right;
