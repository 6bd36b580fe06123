/// The whole house on loopback over real databases, and people who call it, for stories.
///
/// Open first: `TestHouse` (a house to begin a story with), `Caller` (somebody on the network), `Person`
/// (somebody with an account), `MovableClock` (time passes when the story says so).
package dev.gatehouse.testing;
