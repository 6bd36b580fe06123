package dev.gatehouse.authzen;

import dev.gatehouse.web.shape.Doc;
import java.util.Map;
import java.util.Optional;

@Doc("Who may do this to this resource?")
record SubjectSearchView(
        KindView subject,
        ActionView action,
        EntityView resource,
        Optional<Map<String, Object>> context,
        Optional<PageView> page) {

    Search search() {
        return new Search.Subjects(
                new Evaluation(subject.entity(), action.action(), resource.entity(), context.orElse(Map.of())));
    }
}
