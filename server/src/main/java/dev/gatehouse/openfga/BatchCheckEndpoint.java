package dev.gatehouse.openfga;

import dev.gatehouse.audit.Actor;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Guard;
import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.Spread;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The door at which many checks are made at once. One that fails does not fail the others.
public final class BatchCheckEndpoint {

    /// OpenFGA takes 50, unless it is told otherwise.
    private static final int MOST = 1_000;

    /// What fails all checks alike is told once, as the answer to the whole call.
    private static final Set<FailureCode> OF_ALL =
            Set.of(FailureCode.AUTHORIZATION_MODEL_NOT_FOUND, FailureCode.LATEST_AUTHORIZATION_MODEL_NOT_FOUND);

    private final StoreAccess access;
    private final StoreQuestions questions;
    private final Guard<Actor> known;

    /// @param known whoever it is; whether they may is asked of each store
    public BatchCheckEndpoint(StoreAccess access, StoreQuestions questions, Guard<Actor> known) {
        this.access = access;
        this.questions = questions;
        this.known = known;
    }

    record BatchItemView(
            QuestionKeyView tupleKey,
            Optional<TupleKeysView> contextualTuples,
            @Doc("Values for the conditions.") Optional<Map<String, Object>> context,

            @Doc("By which its result is found.")
            @Pattern(regexp = "[\\w-]{1,36}", message = "must have 1 to 36 letters, digits, _ or -")
            String correlationId) {}

    record BatchView(
            @Size(min = 1, max = MOST) List<BatchItemView> checks,
            @Spread ModelChoiceView choice) {}

    @Doc("What became of one check: `allowed` or `error`.")
    record BatchResultView(Optional<Boolean> allowed, Optional<CheckErrorView> error) {

        static BatchResultView of(Outcome<Boolean> outcome) {
            return switch (outcome) {
                case Outcome.Done<Boolean>(var allowed) -> new BatchResultView(Optional.of(allowed), Optional.empty());
                case Outcome.Failed<Boolean>(var failure) ->
                    new BatchResultView(
                            Optional.empty(),
                            Optional.of(new CheckErrorView(failure.code().word(), failure.message())));
            };
        }
    }

    record CheckErrorView(
            @Doc("One of OpenFGA's error codes.") String inputError, String message) {}

    record BatchAnswerView(@Doc("By their correlation ids.") Map<String, BatchResultView> result) {}

    public void mount(Api api) {
        api.errorsAs(OpenFgaProblems.FORMAT)
                .post("/openfga/stores/{store_id}/batch-check")
                .tag("OpenFGA")
                .summary("Many checks at once")
                .requires(known)
                .parameters(StoreParameterView.class)
                .takesLoosely(BatchView.class)
                .example("""
                        {
                          "checks": [{
                            "correlation_id": "1",
                            "tuple_key": {"user": "person:bob", "relation": "viewer", "object": "document:charter"}
                          }]
                        }""")
                .answers(200, BatchAnswerView.class)
                .refuses(QueryEndpoint.REFUSALS)
                .to(this::check);
    }

    private Answer<BatchAnswerView> check(Call<StoreParameterView, BatchView, Actor> call) {
        var body = call.body();
        var ids = new HashSet<String>();
        for (var item : body.checks())
            if (!ids.add(item.correlationId()))
                return OpenFgaProblems.refused(new Failure(
                        FailureCode.VALIDATION_ERROR,
                        "checks: the correlation_id " + item.correlationId() + " stands there twice"));
        return OpenFgaProblems.answer(access.toAskModel(
                        call.who(), call.parameters().storeId(), body.choice().modelId())
                .then(store -> check(store, body)));
    }

    private Outcome<BatchAnswerView> check(Tenant store, BatchView batch) {
        var results = new LinkedHashMap<String, BatchResultView>();
        var deadline = questions.deadline();
        for (var item : batch.checks()) {
            var outcome = questions.check(
                    batch.choice().occasion(store.id(), TupleKeysView.relationships(item.contextualTuples())),
                    deadline,
                    item.tupleKey().question(item.context()));
            if (outcome instanceof Outcome.Failed<Boolean>(var failure) && OF_ALL.contains(failure.code()))
                return new Outcome.Failed<>(failure);
            results.put(item.correlationId(), BatchResultView.of(outcome));
        }
        return Outcome.done(new BatchAnswerView(results));
    }
}
