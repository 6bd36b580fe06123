/// The applications that are registered here: what each may ask for, and how it proves to be itself.
///
/// A client is *public* (it can keep no secret: a page, a program on somebody's phone) or *confidential*. Its
/// secrets are kept as digests; two are good at a time, so that one can be changed without an outage. Clients
/// are held in memory and loaded anew when one of them changes, on whatever node.
///
/// Four stories, each to be opened by itself:
///
/// - *Who is registered*: `Client`, `ClientProfile`, `Clients`, then `ClientStore`; `ClientEndpoint` is the
///   administrators' door, and `ClientMetadata` what comes through it.
/// - *What is refused at registration*: `ClientRules` lists the others: `KeyRules`, `CertificateRules`,
///   `LinkRules`, `SignOutRules`, `TokenFormRules`, `RequestMemberRules`, `ExchangeRules`.
/// - *Who asks*: `ClientGuard` at every door, `Credentials` (what is shown), `ClientAuthenticator` (is it
///   what was agreed on?), then `ClientAssertions` for JWTs and `ClientCertificates` for certificates.
/// - *With which keys*: `ClientKeySet`, by value or by way of `FetchedKeys`.
package dev.gatehouse.client;
