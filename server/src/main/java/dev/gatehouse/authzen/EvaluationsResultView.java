package dev.gatehouse.authzen;

import dev.gatehouse.web.shape.Doc;
import java.util.List;
import java.util.Optional;

@Doc("The decisions, in the order of the evaluations; or the one decision, if there were none.")
record EvaluationsResultView(
        Optional<Boolean> decision, Optional<ReasonView> context, Optional<List<DecisionView>> evaluations) {

    static EvaluationsResultView of(Decision decision) {
        var view = DecisionView.of(decision);
        return new EvaluationsResultView(Optional.of(view.decision()), view.context(), Optional.empty());
    }

    static EvaluationsResultView of(List<Decision> decisions) {
        var views = decisions.stream().map(DecisionView::of).toList();
        return new EvaluationsResultView(Optional.empty(), Optional.empty(), Optional.of(views));
    }
}
