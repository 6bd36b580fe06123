package dev.gatehouse.authzen;

import dev.gatehouse.web.shape.Doc;
import java.util.Optional;

@Doc("What was decided.")
record DecisionView(
        @Doc("Whether it is permitted.") boolean decision,

        @Doc("Why not, where there is more to say than that nothing allows it.")
        Optional<ReasonView> context) {

    private static final DecisionView PERMITTED = new DecisionView(true, Optional.empty());
    private static final DecisionView DENIED = new DecisionView(false, Optional.empty());

    static DecisionView of(Decision decision) {
        return switch (decision) {
            case Decision.Permitted() -> PERMITTED;
            case Decision.Denied() -> DENIED;
            case Decision.Unknown(var why) -> because(ReasonView.unknown(why));
            case Decision.Undecided(var problem) -> because(ReasonView.of(problem));
            case Decision.NotAsked(var flaws) -> because(ReasonView.of(flaws));
        };
    }

    private static DecisionView because(ReasonView reason) {
        return new DecisionView(false, Optional.of(reason));
    }
}
