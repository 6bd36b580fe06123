package dev.gatehouse.authzen;

import dev.gatehouse.web.shape.Doc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

/// Each member of an item takes the place of the default's; the name of a subject, an action or a resource
/// may come from both.
///
/// @spec https://openid.net/specs/authorization-api-1_0.html#name-default-values AuthZEN §7.1.1
@Doc("An evaluation, or what is common to many.")
record PartialEvaluationView(
        Optional<PartialEntityView> subject,
        Optional<PartialActionView> action,
        Optional<PartialEntityView> resource,
        Optional<Map<String, Object>> context) {

    PartialEvaluationView over(PartialEvaluationView byDefault) {
        return new PartialEvaluationView(
                over(subject, byDefault.subject, PartialEntityView::over),
                over(action, byDefault.action, PartialActionView::over),
                over(resource, byDefault.resource, PartialEntityView::over),
                context.or(byDefault::context));
    }

    private static <T> Optional<T> over(Optional<T> own, Optional<T> byDefault, BinaryOperator<T> both) {
        if (own.isEmpty()) return byDefault;
        return byDefault.isEmpty() ? own : Optional.of(both.apply(own.get(), byDefault.get()));
    }

    /// @param place of it in the request, to name what is missing; empty for the request itself
    Item item(String place) {
        var flaws = flaws(place);
        if (!flaws.isEmpty()) return new Item.Incomplete(flaws);
        return new Item.Complete(new Evaluation(
                subject.orElseThrow().entity(),
                action.orElseThrow().action(),
                resource.orElseThrow().entity(),
                context.orElse(Map.of())));
    }

    private List<Flaw> flaws(String place) {
        var flaws = new ArrayList<Flaw>();
        flaws(subject, place + "/subject", flaws);
        if (action.isEmpty()) flaws.add(Flaw.missing(place + "/action"));
        else if (action.get().name().isEmpty()) flaws.add(Flaw.missing(place + "/action/name"));
        flaws(resource, place + "/resource", flaws);
        return flaws;
    }

    private static void flaws(Optional<PartialEntityView> entity, String place, List<Flaw> flaws) {
        if (entity.isEmpty()) flaws.add(Flaw.missing(place));
        else {
            if (entity.get().type().isEmpty()) flaws.add(Flaw.missing(place + "/type"));
            if (entity.get().id().isEmpty()) flaws.add(Flaw.missing(place + "/id"));
        }
    }
}
