package dev.gatehouse.relation;

/// How new an answer must be.
public sealed interface Consistency {

    /// As new as a write that somebody knows of, or newer.
    record AtLeast(ConsistencyToken token) implements Consistency {}

    /// What this node knows at once: everything that was written here, and what was written on other nodes up
    /// to about a second ago.
    record BestHere() implements Consistency {}

    /// Everything that was committed anywhere before the question was asked. It costs a look into the
    /// database.
    record FullyUpToDate() implements Consistency {}
}
