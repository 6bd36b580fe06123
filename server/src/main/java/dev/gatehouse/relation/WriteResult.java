package dev.gatehouse.relation;

import java.util.List;

/// What became of changes.
public sealed interface WriteResult {

    /// They are done, or nothing of them was left to do.
    ///
    /// @param token whoever asks with it is answered with what was written
    record Written(ConsistencyToken token) implements WriteResult {}

    /// Nothing is done: they make no sense, at whatever time.
    record Invalid(List<ChangeFault> faults) implements WriteResult {}

    /// Nothing is done: they do not go with what is there now.
    record Conflict(List<ChangeFault> faults) implements WriteResult {}
}
