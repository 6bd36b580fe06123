package dev.gatehouse.openfga;

import static dev.gatehouse.openfga.FailureCode.AUTHORIZATION_MODEL_NOT_FOUND;
import static dev.gatehouse.openfga.FailureCode.AUTHORIZATION_MODEL_RESOLUTION_TOO_COMPLEX;
import static dev.gatehouse.openfga.FailureCode.FORBIDDEN;
import static dev.gatehouse.openfga.FailureCode.INVALID_EXPAND_INPUT;
import static dev.gatehouse.openfga.FailureCode.INVALID_TUPLE;
import static dev.gatehouse.openfga.FailureCode.LATEST_AUTHORIZATION_MODEL_NOT_FOUND;
import static dev.gatehouse.openfga.FailureCode.STORE_ID_NOT_FOUND;
import static dev.gatehouse.openfga.FailureCode.VALIDATION_ERROR;

import dev.gatehouse.audit.Actor;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Guard;
import dev.gatehouse.web.ProblemType;
import dev.gatehouse.web.shape.DefaultValue;
import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.Spread;
import java.util.Map;
import java.util.Optional;

/// The doors at which one question has one answer: check and expand.
public final class QueryEndpoint {

    /// What any question may come to.
    static final ProblemType[] REFUSALS = OpenFgaProblems.types(
            FORBIDDEN,
            STORE_ID_NOT_FOUND,
            VALIDATION_ERROR,
            AUTHORIZATION_MODEL_NOT_FOUND,
            LATEST_AUTHORIZATION_MODEL_NOT_FOUND,
            AUTHORIZATION_MODEL_RESOLUTION_TOO_COMPLEX,
            INVALID_TUPLE);

    private final StoreAccess access;
    private final StoreQuestions questions;
    private final Guard<Actor> known;

    /// @param known whoever it is; whether they may is asked of each store
    public QueryEndpoint(StoreAccess access, StoreQuestions questions, Guard<Actor> known) {
        this.access = access;
        this.questions = questions;
        this.known = known;
    }

    record CheckView(
            QuestionKeyView tupleKey,
            Optional<TupleKeysView> contextualTuples,
            @Doc("Values for the conditions.") Optional<Map<String, Object>> context,
            @Spread ModelChoiceView choice) {}

    record CheckedView(
            boolean allowed, @Doc("Always empty.") String resolution) {}

    record ExpandKeyView(
            @DefaultValue("") String relation,
            @DefaultValue("") String object) {}

    record ExpandView(
            ExpandKeyView tupleKey,
            Optional<TupleKeysView> contextualTuples,
            @Spread ModelChoiceView choice) {}

    public void mount(Api api) {
        var doors = api.errorsAs(OpenFgaProblems.FORMAT);
        doors.post("/openfga/stores/{store_id}/check")
                .tag("OpenFGA")
                .summary("Whether a user has a relation to an object")
                .requires(known)
                .parameters(StoreParameterView.class)
                .takesLoosely(CheckView.class)
                .example("""
                        {"tuple_key": {"user": "person:bob", "relation": "viewer", "object": "document:charter"}}""")
                .answers(200, CheckedView.class)
                .refuses(REFUSALS)
                .to(this::check);
        doors.post("/openfga/stores/{store_id}/expand")
                .tag("OpenFGA")
                .summary("Who has a relation to an object, one step far")
                .requires(known)
                .parameters(StoreParameterView.class)
                .takesLoosely(ExpandView.class)
                .example("""
                        {"tuple_key": {"relation": "viewer", "object": "document:charter"}}""")
                .answers(200, ExpansionView.class)
                .refuses(REFUSALS)
                .refuses(OpenFgaProblems.types(INVALID_EXPAND_INPUT))
                .to(this::expand);
    }

    private Answer<CheckedView> check(Call<StoreParameterView, CheckView, Actor> call) {
        var body = call.body();
        var contextual = TupleKeysView.relationships(body.contextualTuples());
        return OpenFgaProblems.answer(access.toAskModel(
                        call.who(), call.parameters().storeId(), body.choice().modelId())
                .then(store -> questions.check(
                        body.choice().occasion(store.id(), contextual),
                        body.tupleKey().question(body.context())))
                .map(allowed -> new CheckedView(allowed, "")));
    }

    private Answer<ExpansionView> expand(Call<StoreParameterView, ExpandView, Actor> call) {
        var body = call.body();
        var key = body.tupleKey();
        var contextual = TupleKeysView.relationships(body.contextualTuples());
        return OpenFgaProblems.answer(access.toAskModel(
                        call.who(), call.parameters().storeId(), body.choice().modelId())
                .then(store ->
                        questions.expand(body.choice().occasion(store.id(), contextual), key.object(), key.relation()))
                .map(ExpansionView::of));
    }
}
