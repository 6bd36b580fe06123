package dev.gatehouse.authzen;

import dev.gatehouse.web.shape.Doc;
import java.util.Map;
import java.util.Optional;

@Doc("What may this subject do to this resource?")
record ActionSearchView(
        EntityView subject, EntityView resource, Optional<Map<String, Object>> context, Optional<PageView> page) {

    Search search() {
        return new Search.Actions(
                new Evaluation(subject.entity(), Action.of(""), resource.entity(), context.orElse(Map.of())));
    }
}
