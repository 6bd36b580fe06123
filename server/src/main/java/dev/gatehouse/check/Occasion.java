package dev.gatehouse.check;

import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.relation.Consistency;
import java.util.List;
import java.util.Optional;

/// Of whom, and of which moment, something is asked.
///
/// @param modelId a version of the tenant's model; the current one if it is empty
/// @param contextual relationships that hold for this question only; they come before stored ones of the same object,
///     relation and user
public record Occasion(
        String tenantId, Optional<String> modelId, Consistency consistency, List<Relationship> contextual) {

    /// More do not come with one question.
    public static final int MOST_CONTEXTUAL = 100;

    public Occasion {
        contextual = List.copyOf(contextual);
    }

    /// The current model, at this node's best.
    public static Occasion of(String tenantId) {
        return new Occasion(tenantId, Optional.empty(), new Consistency.BestHere(), List.of());
    }

    /// The same, with these relationships beside the stored ones, [#MOST_CONTEXTUAL] at most.
    public Occasion with(List<Relationship> more) {
        return new Occasion(tenantId, modelId, consistency, more);
    }
}
