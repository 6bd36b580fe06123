/// The verbs of `./gatehouse`, a file each.
///
/// Open first: `Gatehouse` (the list, and what becomes of failures), then `ServeCommand`. Exit codes: 0 done,
/// 1 it could not be done, 2 the words of the command are wrong, 78 the settings are wrong.
package dev.gatehouse.cli;
