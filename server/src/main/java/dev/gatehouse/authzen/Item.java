package dev.gatehouse.authzen;

import java.util.List;

/// One of many evaluations, with the defaults in it.
sealed interface Item {

    record Complete(Evaluation evaluation) implements Item {}

    /// Something is in neither of them.
    record Incomplete(List<Flaw> flaws) implements Item {
        public Incomplete {
            flaws = List.copyOf(flaws);
        }
    }
}
