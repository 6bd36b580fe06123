/// The applications that are registered here: what each may ask for, and how it proves to be itself.
///
/// A client is *public* (it can keep no secret: a page, a program on somebody's phone) or *confidential*. Its
/// secrets are kept as digests; two are good at a time, so that one can be changed without an outage. Clients are
/// held in memory and loaded anew when one of them changes, on whatever node.
///
/// Open first: `Client`, `ClientProfile`, `ClientRules` (what is refused, and why), `Clients`, then `ClientStore`;
/// `ClientGuard`, `ClientAuthenticator` and `ClientAssertions` judge who asks, with the keys of `ClientKeySet`;
/// `ClientEndpoint` is the administrators' door.
package dev.gatehouse.client;
