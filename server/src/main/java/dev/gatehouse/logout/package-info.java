/// Signing out, and who is told of it.
///
/// A session may end in many places: on our page, at an application (`/oauth2/logout`), in the list of sessions, with a
/// new password, with the account. Each says so by a `Farewell`, in its own transaction; there `Deliveries` notes for
/// every application that knew the session that it is to be told. `Courier` tells them, by a signed logout token that
/// we post, and goes on trying for a day. Applications that want it in the browser are loaded in frames of the page
/// that says "you are signed out".
///
/// Open first: `LogoutRules` (what an application may ask for), `SignOutPages` and `LogoutEndpoint` (the HTTP),
/// `SignOut`, `Deliveries`, `Courier`.
package dev.gatehouse.logout;
