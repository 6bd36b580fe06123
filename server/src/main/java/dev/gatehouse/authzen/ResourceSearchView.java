package dev.gatehouse.authzen;

import dev.gatehouse.web.shape.Doc;
import java.util.Map;
import java.util.Optional;

@Doc("To which resources may this subject do this?")
record ResourceSearchView(
        EntityView subject,
        ActionView action,
        KindView resource,
        Optional<Map<String, Object>> context,
        Optional<PageView> page) {

    Search search() {
        return new Search.Resources(
                new Evaluation(subject.entity(), action.action(), resource.entity(), context.orElse(Map.of())));
    }
}
