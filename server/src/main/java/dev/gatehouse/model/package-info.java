/// The versions of a tenant's authorization model. A version never changes; a new one becomes the current
/// one.
///
/// A model comes as text or as a tree (`ModelSource`), is judged by the module `permissions`, kept with an
/// audit record, and read again from memory (`ModelCache`). Every node finds a version by its id at once, and
/// follows within a second to what is current. What questions are asked of (`AskedModel`) is the tenant's own
/// model over the one that is built in.
///
/// Open first: `Models`, then `AskedModel`, `ModelStore`. `ModelEndpoint` is the door.
package dev.gatehouse.model;
