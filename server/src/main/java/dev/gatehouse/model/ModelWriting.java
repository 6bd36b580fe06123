package dev.gatehouse.model;

import dev.gatehouse.permissions.model.ModelFault;
import java.util.List;

/// What became of the wish to write a model.
public sealed interface ModelWriting {

    /// It is the current one from now on.
    record Written(StoredModel stored) implements ModelWriting {}

    /// It is good; nothing was written, since only that was asked.
    record Good(JudgedModel judged) implements ModelWriting {}

    /// @param faults all of them, or the first hundred
    record Refused(List<ModelFault> faults) implements ModelWriting {
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
