/// OpenID AuthZEN: the same questions that room `check` answers, in the words of a specification that
/// gateways and other products speak.
///
/// Open first: `Translation`, the one place where subject, action and resource become user, relation and
/// object; then `Decisions`, which evaluates, and `Searches`, which lists. The doors are
/// `EvaluationEndpoint`, `SearchEndpoint` and `ConfigurationEndpoint`; what goes over the wire stands in the
/// `…View` records.
///
/// @spec https://openid.net/specs/authorization-api-1_0.html AuthZEN Authorization API 1.0
package dev.gatehouse.authzen;
