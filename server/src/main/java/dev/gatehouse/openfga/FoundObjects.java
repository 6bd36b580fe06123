package dev.gatehouse.openfga;

import dev.gatehouse.permissions.check.ObjectSearch;
import java.util.Optional;

/// Objects on their way. The first is there already: what stands in the way of it can still be told as a
/// refusal, which of the others it cannot.
///
/// @param first empty if there are none
record FoundObjects(Optional<String> first, ObjectSearch others) {

    static Outcome<FoundObjects> begun(ObjectSearch search) {
        var first = search.next();
        if (first.isPresent()) return Outcome.done(new FoundObjects(first, search));
        return search.problem()
                .<Outcome<FoundObjects>>map(StoreQuestions::undecided)
                .orElseGet(() -> Outcome.done(new FoundObjects(first, search)));
    }
}
