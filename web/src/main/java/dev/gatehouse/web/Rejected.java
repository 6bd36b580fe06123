package dev.gatehouse.web;

import dev.gatehouse.web.shape.Fault;
import dev.gatehouse.web.shape.Pairs;
import java.util.List;

/// A form that breaks its rules, for a handler that shows it once more instead of an error.
///
/// @param sent what was sent, to fill in again what the person wrote; a password among it is not to be
/// written back
/// @param faults each with its `parameter` and a `rule` that a page has words for
public record Rejected(Request request, Pairs sent, List<Fault> faults) {

    /// Whether this input is among what is wrong.
    public boolean hasFaultIn(String parameter) {
        return faults.stream()
                .anyMatch(fault -> fault.parameter().filter(parameter::equals).isPresent());
    }
}
