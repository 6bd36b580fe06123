package dev.gatehouse.relation;

/// What became of a question to a snapshot.
///
/// @param <T> the answer
public sealed interface Asked<T> {

    /// @param at the moment of which it is true
    record Answered<T>(T answer, ConsistencyToken at) implements Asked<T> {}

    /// The token names a write that never was: it was made up, or the database is an older copy of the one it
    /// is from.
    record FromTheFuture<T>() implements Asked<T> {}
}
