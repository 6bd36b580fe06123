package dev.gatehouse.audit;

/// What a walk along a tenant's chain found.
public sealed interface ChainState {

    /// @param records how many there are, each as it was written
    record Intact(long records) implements ChainState {}

    /// Somebody changed, dropped or inserted something at this place, or `JWT_SECRET_KEY` is another than it was.
    ///
    /// @param sequence the first record that does not fit
    record Broken(long sequence) implements ChainState {}
}
