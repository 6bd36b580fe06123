package dev.gatehouse.authzen;

import static dev.gatehouse.authzen.AuthzenProblems.BAD_CONSISTENCY;
import static dev.gatehouse.authzen.AuthzenProblems.NO_MODEL;

import dev.gatehouse.audit.Actor;
import dev.gatehouse.check.Occasion;
import dev.gatehouse.check.QuestionResult;
import dev.gatehouse.check.Questions;
import dev.gatehouse.permissions.check.Permissions;
import dev.gatehouse.relation.Consistency;
import dev.gatehouse.relation.ConsistencyToken;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Call;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What all doors of AuthZEN have in common: whose relationships are asked, by which model, and of which
/// moment.
///
/// The specification has no words for the last two, so they stand in headers.
record AuthzenEndpoint(Questions questions) {

    /// An older version of the model, by its id.
    private static final String MODEL = "Gatehouse-Model";

    /// A consistency token, or [#NOW].
    private static final String CONSISTENCY = "Gatehouse-Consistency";

    private static final String NOW = "fully-up-to-date";

    /// @param question is answered of one model and one moment
    /// @param told what becomes of its answer
    <R, A> Answer<A> ask(Call<?, ?, Actor> call, Function<Permissions, R> question, Function<R, Answer<A>> told) {
        var tenantId = call.who().tenantId();
        var consistency = consistency(tenantId, call.header(CONSISTENCY));
        if (consistency.isEmpty())
            return Answer.refused(
                    BAD_CONSISTENCY, "The header " + CONSISTENCY + " is neither a consistency token nor " + NOW + ".");
        var occasion = new Occasion(tenantId, call.header(MODEL), consistency.get(), List.of());
        return switch (questions.ask(occasion, question)) {
            case QuestionResult.Given<R>(var answer, var _) -> told.apply(answer);
            case QuestionResult.NoSuchModel<R>(var id) ->
                Answer.refused(NO_MODEL, "The header " + MODEL + " names the model " + id + ", which there is not.");
            case QuestionResult.NoModel<R>() ->
                Answer.refused(NO_MODEL, "No model was written yet: POST one to /v1/models.");
            case QuestionResult.FromTheFuture<R>() ->
                Answer.refused(BAD_CONSISTENCY, "The header " + CONSISTENCY + " names a moment that never was.");
            case QuestionResult.Unfitting<R>(var misfits) ->
                throw new IllegalStateException("no relationships came with the question: " + misfits);
        };
    }

    private static Optional<Consistency> consistency(String tenantId, Optional<String> header) {
        if (header.isEmpty()) return Optional.of(new Consistency.BestHere());
        if (header.get().equals(NOW)) return Optional.of(new Consistency.FullyUpToDate());
        return ConsistencyToken.read(tenantId, header.get()).map(Consistency.AtLeast::new);
    }
}
