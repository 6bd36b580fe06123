package dev.gatehouse.openfga;

import dev.gatehouse.check.Occasion;
import dev.gatehouse.check.QuestionResult;
import dev.gatehouse.check.Questions;
import dev.gatehouse.permissions.check.Deadline;
import dev.gatehouse.permissions.check.Finding;
import dev.gatehouse.permissions.check.Listing;
import dev.gatehouse.permissions.check.ObjectSearch;
import dev.gatehouse.permissions.check.Permissions;
import dev.gatehouse.permissions.check.Problem;
import dev.gatehouse.permissions.check.Question;
import dev.gatehouse.permissions.check.QuestionRules;
import dev.gatehouse.permissions.check.SubjectFilter;
import dev.gatehouse.permissions.check.UsersetTree;
import dev.gatehouse.permissions.relation.Names;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Asks a store, and says in OpenFGA's words why there is no answer.
public final class StoreQuestions {

    private final Questions questions;

    public StoreQuestions(Questions questions) {
        this.questions = questions;
    }

    Outcome<Boolean> check(Occasion occasion, Question question) {
        return check(occasion, deadline(), question);
    }

    /// For whoever checks many together.
    Deadline deadline() {
        return questions.deadline();
    }

    Outcome<Boolean> check(Occasion occasion, Deadline deadline, Question question) {
        return ask(occasion, deadline, permissions -> {
            var faults = new QuestionRules(permissions.model()).judge(question);
            return faults.isEmpty() ? finding(permissions.check(question)) : faulty(faults);
        });
    }

    /// @return all of them, in order
    Outcome<List<String>> objects(
            Occasion occasion, String user, String relation, String type, Map<String, Object> context) {
        return ask(occasion, permissions -> {
            var faults = new QuestionRules(permissions.model()).judgeObjects(user, relation, type);
            return faults.isEmpty()
                    ? listing(permissions.objects(user, relation, type, context, Listing.Page.ALL))
                    : faultyList(faults);
        });
    }

    /// @return one by one, as they are found
    Outcome<FoundObjects> search(
            Occasion occasion, String user, String relation, String type, Map<String, Object> context) {
        return this.<ObjectSearch>ask(
                        occasion,
                        deadline(),
                        permissions -> {
                            var faults = new QuestionRules(permissions.model()).judgeObjects(user, relation, type);
                            return faults.isEmpty()
                                    ? Outcome.done(permissions.search(user, relation, type, context))
                                    : faultyList(faults);
                        },
                        search -> search.map(ObjectSearch::whole))
                .then(FoundObjects::begun);
    }

    /// @return all of them, in order
    Outcome<List<String>> users(
            Occasion occasion, String object, String relation, SubjectFilter filter, Map<String, Object> context) {
        return ask(occasion, permissions -> {
            var faults = new QuestionRules(permissions.model()).judgeSubjects(object, relation, filter);
            return faults.isEmpty()
                    ? listing(permissions.subjects(object, relation, filter, context, Listing.Page.ALL))
                    : faultyList(faults);
        });
    }

    Outcome<UsersetTree> expand(Occasion occasion, String object, String relation) {
        if (object.isEmpty() || relation.isEmpty())
            return Outcome.failed(
                    FailureCode.INVALID_EXPAND_INPUT, "tuple_key/object and tuple_key/relation must both be there");
        return ask(
                occasion,
                permissions -> new QuestionRules(permissions.model())
                        .object(object)
                        .<Outcome<UsersetTree>>map(fault -> faulty(List.of(fault)))
                        .orElseGet(() -> expanded(permissions, object, relation)));
    }

    private static Outcome<UsersetTree> expanded(Permissions permissions, String object, String relation) {
        return permissions
                .expand(object, relation)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.failed(
                        FailureCode.VALIDATION_ERROR,
                        "The type " + Names.type(object) + " has no relation " + relation + " in the model."));
    }

    private <R> Outcome<R> ask(Occasion occasion, Function<Permissions, Outcome<R>> question) {
        return ask(occasion, deadline(), question);
    }

    private <R> Outcome<R> ask(Occasion occasion, Deadline deadline, Function<Permissions, Outcome<R>> question) {
        return ask(occasion, deadline, question, UnaryOperator.identity());
    }

    private <R> Outcome<R> ask(
            Occasion occasion,
            Deadline deadline,
            Function<Permissions, Outcome<R>> question,
            UnaryOperator<Outcome<R>> whole) {
        return switch (questions.ask(occasion, deadline, question, whole)) {
            case QuestionResult.Given<Outcome<R>>(var answer, var _) -> answer;
            case QuestionResult.NoSuchModel<Outcome<R>>(var id) -> noSuchModel(id);
            case QuestionResult.NoModel<Outcome<R>>() ->
                Outcome.failed(
                        FailureCode.LATEST_AUTHORIZATION_MODEL_NOT_FOUND,
                        "The store " + StoreId.ofTenant(occasion.tenantId())
                                + " has no authorization model yet; write one.");
            case QuestionResult.Unfitting<Outcome<R>>(var misfits) ->
                new Outcome.Failed<>(Failure.of(
                        FailureCode.INVALID_TUPLE,
                        misfits.stream()
                                .map(misfit -> "contextual_tuples/" + misfit.index() + "/"
                                        + misfit.fault().place() + ": "
                                        + misfit.fault().message())
                                .toList()));
            case QuestionResult.FromTheFuture<Outcome<R>>() ->
                throw new IllegalStateException("no consistency token is shown at this door");
        };
    }

    static <R> Outcome<R> noSuchModel(String id) {
        return Outcome.failed(FailureCode.AUTHORIZATION_MODEL_NOT_FOUND, "There is no authorization model " + id + ".");
    }

    private static Outcome<Boolean> finding(Finding finding) {
        return switch (finding) {
            case Finding.Allowed() -> Outcome.done(true);
            case Finding.Denied() -> Outcome.done(false);
            case Finding.Undecided(var problem) -> undecided(problem);
        };
    }

    private static Outcome<List<String>> listing(Listing listing) {
        return switch (listing) {
            case Listing.Listed(var names, var _) -> Outcome.done(names);
            case Listing.Undecided(var problem) -> undecided(problem);
        };
    }

    static <R> Outcome<R> undecided(Problem problem) {
        return new Outcome.Failed<>(failure(problem));
    }

    static Failure failure(Problem problem) {
        var code = switch (problem) {
            case Problem.MissingContext _, Problem.ConditionFailed _ -> FailureCode.VALIDATION_ERROR;
            case Problem.TooDeep _, Problem.TooManySteps _, Problem.TooLong _ ->
                FailureCode.AUTHORIZATION_MODEL_RESOLUTION_TOO_COMPLEX;
            case Problem.TooManyAnswers _ -> FailureCode.EXCEEDED_ENTITY_LIMIT;
        };
        return new Failure(code, problem.sentence());
    }

    private static <R> Outcome<R> faulty(List<QuestionRules.Fault> faults) {
        return new Outcome.Failed<>(Failure.of(FailureCode.VALIDATION_ERROR, sentences(faults)));
    }

    /// Where lists are asked for, OpenFGA has codes of their own for types and relations that there are not.
    private static <R> Outcome<R> faultyList(List<QuestionRules.Fault> faults) {
        var code = faults.stream()
                .filter(fault -> !fault.member().equals("user"))
                .map(fault -> switch (fault.kind()) {
                    case UNKNOWN_TYPE -> FailureCode.TYPE_NOT_FOUND;
                    case UNKNOWN_RELATION -> FailureCode.RELATION_NOT_FOUND;
                    case MALFORMED -> FailureCode.VALIDATION_ERROR;
                })
                .findFirst()
                .orElse(FailureCode.VALIDATION_ERROR);
        return new Outcome.Failed<>(Failure.of(code, sentences(faults)));
    }

    private static List<String> sentences(List<QuestionRules.Fault> faults) {
        return faults.stream().map(fault -> fault.member() + ": " + fault.why()).toList();
    }
}
