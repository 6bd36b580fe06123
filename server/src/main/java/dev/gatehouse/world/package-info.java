/// Worlds: a model, relationships and what must be true of them, in OpenFGA's store files. A person's own
/// tests of a model, and ours of the engine.
///
/// `WorldReader` makes a [World] of a file, or tells every fault with its place; `WorldRun` asks the
/// questions and compares; `Report` and `JunitReport` tell what came of it. No database is needed.
///
/// Open first: `World`, then `WorldRun`.
///
/// @spec https://github.com/openfga/cli/blob/main/docs/STORE_FILE.md OpenFGA: store files
package dev.gatehouse.world;
