package dev.gatehouse.migrations;

import java.util.List;
import java.util.Set;

/// What an `upgrade` or `downgrade` came to.
///
/// @param steps the steps that ran, in order; none if there was nothing to do
/// @param current the heads that the database stands at now; none at base
public record Run(List<Step> steps, Set<String> current) {
    public Run {
        steps = List.copyOf(steps);
        current = Set.copyOf(current);
    }
}
