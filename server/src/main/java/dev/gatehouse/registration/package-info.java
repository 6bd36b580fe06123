/// Applications that register themselves, if the settings let them: RFC 7591 and 7592.
///
/// Open first: `SelfRegistration` (what nobody can say of himself), then `ClientRegistrations`.
package dev.gatehouse.registration;
