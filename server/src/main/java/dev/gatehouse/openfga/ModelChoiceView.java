package dev.gatehouse.openfga;

import dev.gatehouse.check.Occasion;
import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.web.shape.Doc;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Optional;

/// By which model, and how new, an answer is to be: members that all questions have.
record ModelChoiceView(
        @Doc("The current one if it is left out or empty.")
        Optional<
                        @Pattern(
                                regexp = "|" + StoreId.FORM,
                                message = "must be a ULID, 26 characters as they came with the model")
                        String>
                authorizationModelId,

        Optional<ConsistencyView> consistency) {

    Optional<String> modelId() {
        return authorizationModelId.filter(id -> !id.isEmpty());
    }

    Occasion occasion(String tenantId, List<Relationship> contextual) {
        return new Occasion(tenantId, modelId(), ConsistencyView.consistency(consistency), contextual);
    }
}
