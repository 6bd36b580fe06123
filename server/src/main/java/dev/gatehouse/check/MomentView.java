package dev.gatehouse.check;

import dev.gatehouse.relation.Consistency;
import dev.gatehouse.relation.ConsistencyToken;
import dev.gatehouse.relation.RelationshipView;
import dev.gatehouse.web.shape.Doc;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What may come with every question: what holds for it alone, and how new its answer must be.
record MomentView(
        @Doc("Values for the conditions.") Optional<Map<String, Object>> context,

        @Doc("Relationships that hold for this question only.")
        Optional<@Size(max = Occasion.MOST_CONTEXTUAL) List<RelationshipView>> contextualRelationships,

        @Doc("A token that a write or an answer gave: the answer is at least as fresh as that.")
        Optional<@Size(max = 512) String> consistencyToken,

        @Doc("Everything committed anywhere counts; costs a look into the database.")
        Optional<Boolean> fullyUpToDate,

        @Doc("An older version of the model.") Optional<@Size(max = 64) String> modelId) {

    Map<String, Object> values() {
        return context.orElse(Map.of());
    }

    /// @return empty if the consistency token is none of this tenant's
    Optional<Occasion> occasion(String tenantId) {
        var contextual = contextualRelationships.orElse(List.of()).stream()
                .map(RelationshipView::relationship)
                .toList();
        return consistency(tenantId).map(consistency -> new Occasion(tenantId, modelId, consistency, contextual));
    }

    private Optional<Consistency> consistency(String tenantId) {
        if (fullyUpToDate.orElse(false)) return Optional.of(new Consistency.FullyUpToDate());
        if (consistencyToken.isEmpty()) return Optional.of(new Consistency.BestHere());
        return ConsistencyToken.read(tenantId, consistencyToken.get()).map(Consistency.AtLeast::new);
    }
}
