package dev.gatehouse.authzen;

import dev.gatehouse.permissions.check.Finding;
import dev.gatehouse.permissions.check.Permissions;
import dev.gatehouse.permissions.check.QuestionRules;
import java.util.ArrayList;
import java.util.List;

/// Evaluates, by one model and at one moment.
final class Decisions {

    private final Permissions permissions;
    private final Translation translation;
    private final QuestionRules rules;

    Decisions(Permissions permissions) {
        this.permissions = permissions;
        this.translation = new Translation(permissions.model());
        this.rules = new QuestionRules(permissions.model());
    }

    /// @return in the order of the items; fewer of them if the semantic did not need the rest
    List<Decision> decide(List<Item> items, Semantic semantic) {
        var decisions = new ArrayList<Decision>(items.size());
        for (var item : items) {
            var decision = decide(item);
            decisions.add(decision);
            if (semantic.isSettledBy(decision)) break;
        }
        return List.copyOf(decisions);
    }

    Decision decide(Item item) {
        return switch (item) {
            case Item.Complete(var evaluation) -> decide(evaluation);
            case Item.Incomplete(var flaws) -> new Decision.NotAsked(flaws);
        };
    }

    Decision decide(Evaluation asked) {
        var question = translation.question(asked);
        var faults = rules.judge(question);
        if (!faults.isEmpty()) return new Misfit(faults).decision();
        return switch (translation.around(asked.resource(), permissions).check(question)) {
            case Finding.Allowed() -> Decision.PERMITTED;
            case Finding.Denied() -> Decision.DENIED;
            case Finding.Undecided(var problem) -> new Decision.Undecided(problem);
        };
    }
}
