package dev.gatehouse.permissions.check;

import dev.gatehouse.permissions.cel.CelQuestion;
import dev.gatehouse.permissions.cel.CelResult;
import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.relation.ConditionUse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What is known beside the relationships when a question is asked, and what stood in the way of its answer.
final class Circumstances {

    /// So many relations are looked at between two looks at the clock.
    private static final int BETWEEN_LOOKS = 256;

    /// So long a question thinks before it lets others have a turn.
    private static final long TURN_NANOS = 5_000_000;

    private final AuthorizationModel model;
    private final Map<String, Object> context;
    private final Deadline deadline;

    /// By their names; `null` while none was met, as in most questions.
    private Map<String, CelQuestion> conditions;

    private Problem problem;
    private boolean isLate;

    /// 0: not yet.
    private long gaveWayAt;

    /// @param context values for the conditions, as JSON has them
    Circumstances(AuthorizationModel model, Map<String, Object> context, Deadline deadline) {
        this.model = model;
        this.context = context;
        this.deadline = deadline;
    }

    /// Whether there is time for one more relation; what is there no time for is undecided.
    ///
    /// @param steps how many were looked at
    boolean isLate(int steps) {
        return isLate || steps % BETWEEN_LOOKS == 0 && look();
    }

    /// Once it is late everything that is still open ends at once.
    private boolean look() {
        if (isLate) return true;
        giveWay();
        isLate = deadline.isPast();
        return isLate;
    }

    /// Nobody takes the processor from a virtual thread that does not give it away: as many long questions as
    /// there are processors would keep everybody else waiting.
    private void giveWay() {
        var now = System.nanoTime();
        if (gaveWayAt == 0) gaveWayAt = now;
        if (now - gaveWayAt < TURN_NANOS) return;
        Thread.yield();
        gaveWayAt = System.nanoTime();
    }

    Verdict meetTooLate() {
        return meet(lateness());
    }

    Problem lateness() {
        return new Problem.TooLong(deadline.time());
    }

    Optional<Problem> tooLate() {
        meetTooLate();
        return problem();
    }

    /// Whether a relationship counts that carries this condition.
    Verdict judge(ConditionUse use) {
        var condition = model.condition(use.name());
        if (condition.isEmpty()) return Verdict.DENIED;
        // A condition takes as long as thousands of relations, and there may be one on each relationship.
        if (look()) return meetTooLate();
        if (conditions == null) conditions = new HashMap<>();
        var asked = conditions.computeIfAbsent(
                use.name(), _ -> condition.get().expression().with(context));
        return switch (asked.evaluate(use.context())) {
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
}
