/// How a schema changes: [Operation] is the list of all changes, [Replay] carries them out on a model, [Inverse]
/// finds the way back, [Creation] the order in which tables can be made.
package dev.gatehouse.migrations.operation;
