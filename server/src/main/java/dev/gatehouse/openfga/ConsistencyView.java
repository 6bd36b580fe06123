package dev.gatehouse.openfga;

import dev.gatehouse.relation.Consistency;
import dev.gatehouse.web.shape.Name;
import java.util.Optional;

/// How new an answer must be, as OpenFGA has it.
enum ConsistencyView {
    @Name("UNSPECIFIED")
    UNSPECIFIED,

    @Name("MINIMIZE_LATENCY")
    MINIMIZE_LATENCY,

    @Name("HIGHER_CONSISTENCY")
    HIGHER_CONSISTENCY;

    static Consistency consistency(Optional<ConsistencyView> given) {
        return given.filter(HIGHER_CONSISTENCY::equals).isPresent()
                ? new Consistency.FullyUpToDate()
                : new Consistency.BestHere();
    }
}
