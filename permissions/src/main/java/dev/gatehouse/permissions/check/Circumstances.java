package dev.gatehouse.permissions.check;

import dev.gatehouse.permissions.cel.CelResult;
import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.relation.ConditionUse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What is known beside the relationships when a question is asked, and what stood in the way of its answer.
final class Circumstances {

    private final AuthorizationModel model;
    private final Map<String, Object> context;
    private Problem problem;

    /// @param context values for the conditions, as JSON has them
    Circumstances(AuthorizationModel model, Map<String, Object> context) {
        this.model = model;
        this.context = context;
    }

    /// Whether a relationship counts that carries this condition.
    Verdict judge(ConditionUse use) {
        var condition = model.condition(use.name());
        if (condition.isEmpty()) return Verdict.DENIED;
        return switch (condition.get().expression().evaluate(values(use))) {
            case CelResult.Holds(var holds) -> holds ? Verdict.ALLOWED : Verdict.DENIED;
            case CelResult.Missing(var parameters) -> meet(new Problem.MissingContext(use.name(), parameters));
            case CelResult.Failed(var why) -> meet(new Problem.ConditionFailed(use.name(), why));
        };
    }

    /// Notes the first thing that stood in the way.
    Verdict meet(Problem met) {
        if (problem == null) problem = met;
        return Verdict.UNDECIDED;
    }

    Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    Finding finding(Verdict verdict) {
        return switch (verdict) {
            case ALLOWED -> new Finding.Allowed();
            case DENIED, CYCLE -> new Finding.Denied();
            case UNDECIDED -> new Finding.Undecided(problem().orElseThrow());
        };
    }

    private Map<String, Object> values(ConditionUse use) {
        if (use.context().isEmpty()) return context;
        if (context.isEmpty()) return use.context();
        var values = new HashMap<>(context);
        values.putAll(use.context());
        return values;
    }
}
