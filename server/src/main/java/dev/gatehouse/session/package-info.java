/// A person's sessions: one begins with a sign-in and lives until it is ended, idles out or reaches its absolute
/// end.
///
/// A session lives while it was not ended, is of its account's present epoch, has not expired, and its account is
/// active. All four are asked in one statement, at every use: what ends a session ends it at once and everywhere.
///
/// Open first: `Session`, `Standing` (who is signed in), `Sessions` (the rules), `SessionStore`;
/// `SessionEndpoint` is the street door.
package dev.gatehouse.session;
