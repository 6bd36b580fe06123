package dev.gatehouse.permissions.model;

import java.util.List;

/// What became of the wish to read a model.
public sealed interface ModelReading {

    /// It obeys every rule.
    record Read(AuthorizationModel model) implements ModelReading {}

    /// @param faults all of them, or the first hundred, in the order of their places in a text
    record Refused(List<ModelFault> faults) implements ModelReading {
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
