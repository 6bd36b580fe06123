package dev.gatehouse.authzen;

import dev.gatehouse.web.shape.Doc;
import java.util.Map;
import java.util.Optional;

@Doc("May this subject do this to this resource?")
record EvaluationView(
        EntityView subject,
        ActionView action,
        EntityView resource,

        @Doc("What conditions may need to know of the world.")
        Optional<Map<String, Object>> context) {

    Evaluation evaluation() {
        return new Evaluation(subject.entity(), action.action(), resource.entity(), context.orElse(Map.of()));
    }
}
