package dev.gatehouse.check;

import dev.gatehouse.audit.Actor;
import dev.gatehouse.permissions.check.Permissions;
import dev.gatehouse.permissions.check.QuestionRules;
import dev.gatehouse.relation.ConsistencyToken;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.shape.Fault;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;

/// How every door of this room asks: the rules first, then the question, of one model and one moment.
record AskingView(Questions questions) {

    /// A question with its answer, or what is wrong with it.
    private record Outcome<R>(List<QuestionRules.Fault> faults, R answer) {}

    /// @param rules tells what is wrong with the question under a model
    /// @param question is run only if nothing is
    /// @param told what becomes of the answer
    <R, A> Answer<A> ask(
            Actor who,
            MomentView moment,
            Function<QuestionRules, List<QuestionRules.Fault>> rules,
            Function<Permissions, R> question,
            BiFunction<R, ConsistencyToken, Answer<A>> told) {
        var occasion = moment.occasion(who.tenantId());
        if (occasion.isEmpty())
            return Answer.invalid(List.of(Fault.inBody(
                    "/consistency_token",
                    "consistency-token",
                    "must be one that a write or an answer of this tenant gave")));
        return switch (questions.ask(occasion.get(), permissions -> outcome(permissions, rules, question))) {
            case QuestionResult.Given<Outcome<R>>(var outcome, var at) ->
                outcome.faults().isEmpty()
                        ? told.apply(outcome.answer(), at)
                        : Answer.invalid(
                                outcome.faults().stream().map(AskingView::shown).toList());
            case QuestionResult.NoSuchModel<Outcome<R>>(var id) ->
                Answer.refused(
                        CheckProblems.NO_SUCH_MODEL,
                        "No version of the model is called " + id + "; GET /v1/models lists those there are.");
            case QuestionResult.NoModel<Outcome<R>>() ->
                Answer.refused(CheckProblems.NO_SUCH_MODEL, "No model was written yet: POST one to /v1/models.");
            case QuestionResult.FromTheFuture<Outcome<R>>() ->
                Answer.invalid(
                        List.of(
                                Fault.inBody(
                                        "/consistency_token",
                                        "consistency-token",
                                        "names a moment that never was: the database may have been restored from a copy; leave the token out")));
            case QuestionResult.Unfitting<Outcome<R>>(var misfits) ->
                Answer.invalid(misfits.stream()
                        .map(misfit -> Fault.inBody(
                                "/contextual_relationships/" + misfit.index(),
                                misfit.fault()
                                        .kind()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace("_", "-"),
                                misfit.fault().message()))
                        .toList());
        };
    }

    private static <R> Outcome<R> outcome(
            Permissions permissions,
            Function<QuestionRules, List<QuestionRules.Fault>> rules,
            Function<Permissions, R> question) {
        var faults = rules.apply(new QuestionRules(permissions.model()));
        return new Outcome<>(faults, faults.isEmpty() ? question.apply(permissions) : null);
    }

    private static Fault shown(QuestionRules.Fault fault) {
        var rule = fault.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Fault.inBody("/" + fault.member(), rule, fault.why());
    }
}
