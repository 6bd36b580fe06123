package dev.gatehouse.permissions.relation;

/// What became of an attempt to load all relationships into memory.
public sealed interface Loading {

    record Loaded(MemoryGraph graph) implements Loading {}

    /// They do not fit, and none is held.
    ///
    /// @param relationships how many were looked at until that was clear
    /// @param bytes what these need at least, or all of them exactly
    /// @param limitBytes what was allowed
    record TooLarge(int relationships, long bytes, long limitBytes) implements Loading {}
}
