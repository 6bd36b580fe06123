package dev.gatehouse.authzen;

import dev.gatehouse.permissions.check.Finding;
import dev.gatehouse.permissions.check.Listing;
import dev.gatehouse.permissions.check.Listing.Page;
import dev.gatehouse.permissions.check.Permissions;
import dev.gatehouse.permissions.check.Problem;
import dev.gatehouse.permissions.check.QuestionRules;
import dev.gatehouse.permissions.check.SubjectFilter;
import dev.gatehouse.permissions.relation.Names;
import dev.gatehouse.permissions.relation.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Searches, by one model and at one moment.
final class Searches {

    private final Permissions permissions;
    private final Translation translation;
    private final QuestionRules rules;

    Searches(Permissions permissions) {
        this.permissions = permissions;
        this.translation = new Translation(permissions.model());
        this.rules = new QuestionRules(permissions.model());
    }

    Found find(Search search) {
        return switch (search) {
            case Search.Subjects(var open) -> subjects(open);
            case Search.Resources(var open) -> resources(open);
            case Search.Actions(var open) -> actions(open);
        };
    }

    private Found subjects(Evaluation open) {
        var question = translation.question(open);
        var filter = SubjectFilter.of(open.subject().type());
        var faults = rules.judgeSubjects(question.object(), question.relation(), filter);
        if (!faults.isEmpty()) return new Misfit(faults).found();
        var listing = translation
                .around(open.resource(), permissions)
                .subjects(question.object(), question.relation(), filter, question.context(), Page.ALL);
        return found(listing, names -> names.stream().map(Names::id).toList());
    }

    private Found resources(Evaluation open) {
        var target = translation.target(open.resource().type(), open.action().name());
        var question = translation.question(open);
        var faults = rules.judgeObjects(question.user(), question.relation(), target.type());
        if (!faults.isEmpty()) return new Misfit(faults).found();
        var listing =
                permissions.objects(question.user(), question.relation(), target.type(), question.context(), Page.ALL);
        return found(listing, target::ids);
    }

    /// What cannot be told of one action, for want of its properties, is no reason to keep silent about the
    /// others.
    private Found actions(Evaluation open) {
        var faults = new ArrayList<QuestionRules.Fault>();
        rules.user(open.subject().name()).ifPresent(faults::add);
        rules.object(translation
                        .target(open.resource().type(), "")
                        .object(open.resource().id()))
                .ifPresent(faults::add);
        if (!faults.isEmpty()) return new Misfit(faults).found();
        var around = translation.around(open.resource(), permissions);
        var permitted = new ArrayList<String>();
        var doubt = Optional.<Problem>empty();
        for (var name : actionsOn(open.resource(), around.snapshot())) {
            var action = new Action(name, open.action().properties());
            var asked = new Evaluation(open.subject(), action, open.resource(), open.context());
            switch (around.check(translation.question(asked))) {
                case Finding.Allowed() -> permitted.add(name);
                case Finding.Denied() -> {}
                case Finding.Undecided(var problem) -> doubt = doubt.or(() -> Optional.of(problem));
            }
        }
        return new Found.All(List.copyOf(permitted), doubt);
    }

    private List<String> actionsOn(Entity resource, Snapshot snapshot) {
        if (!translation.isThing(resource.type())) return translation.actions(resource.type());
        var thing = translation.target(resource.type(), "").object(resource.id());
        return new RoleWords(snapshot).on(thing);
    }

    private static Found found(Listing listing, Function<List<String>, List<String>> ids) {
        return switch (listing) {
            case Listing.Listed(var names, var _) -> Found.All.of(ids.apply(names));
            case Listing.Undecided(var problem) -> new Found.Undecided(problem);
        };
    }
}
