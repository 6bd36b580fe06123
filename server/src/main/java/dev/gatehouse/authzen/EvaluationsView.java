package dev.gatehouse.authzen;

import dev.gatehouse.web.shape.DefaultValue;
import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.Spread;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

@Doc("Many evaluations at once. Without any, what would be common to them is one evaluation.")
record EvaluationsView(
        @Spread PartialEvaluationView common,
        @Doc("Each may leave out what is common.") Optional<@Size(max = 1_000) List<PartialEvaluationView>> evaluations,
        Optional<Options> options) {

    @Doc("How they are evaluated. Options that are not known are passed over.")
    record Options(
            @Doc("When it is enough.") @DefaultValue("execute_all")
            Semantic evaluationsSemantic) {}

    boolean isSingle() {
        return evaluations.isEmpty() || evaluations.get().isEmpty();
    }

    Semantic semantic() {
        return options.map(Options::evaluationsSemantic).orElse(Semantic.EXECUTE_ALL);
    }

    List<Item> items() {
        var all = evaluations.orElse(List.of());
        return IntStream.range(0, all.size())
                .mapToObj(index -> all.get(index).over(common).item("/evaluations/" + index))
                .toList();
    }
}
