package dev.gatehouse.authzen;

import static dev.gatehouse.authzen.AuthzenProblems.BAD_CONSISTENCY;
import static dev.gatehouse.authzen.AuthzenProblems.NO_MODEL;

import dev.gatehouse.audit.Actor;
import dev.gatehouse.check.Questions;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Guard;
import dev.gatehouse.web.None;
import java.util.function.Function;

/// Where an application asks whether somebody may do something.
///
/// @spec https://openid.net/specs/authorization-api-1_0.html#name-access-evaluation-api AuthZEN §6
/// @spec https://openid.net/specs/authorization-api-1_0.html#name-access-evaluations-api AuthZEN §7
public final class EvaluationEndpoint {

    private final AuthzenEndpoint door;
    private final Guard<Actor> asker;

    /// @param asker who may ask
    public EvaluationEndpoint(Questions questions, Guard<Actor> asker) {
        this.door = new AuthzenEndpoint(questions);
        this.asker = asker;
    }

    public void mount(Api api) {
        var authzen = api.errorsAs(AuthzenProblems.FORMAT);
        authzen.post("/access/v1/evaluation")
                .tag("AuthZEN")
                .summary("May somebody do something?")
                .requires(asker)
                .takesLoosely(EvaluationView.class)
                .example("""
                        {
                          "subject": {"type": "person", "id": "bob"},
                          "action": {"name": "viewer"},
                          "resource": {"type": "document", "id": "charter"}
                        }""")
                .answers(200, DecisionView.class)
                .refuses(NO_MODEL, BAD_CONSISTENCY)
                .to(this::evaluate);
        authzen.post("/access/v1/evaluations")
                .tag("AuthZEN")
                .summary("The same many times at once")
                .requires(asker)
                .takesLoosely(EvaluationsView.class)
                .example("""
                        {
                          "subject": {"type": "person", "id": "bob"},
                          "resource": {"type": "document", "id": "charter"},
                          "evaluations": [{"action": {"name": "viewer"}}, {"action": {"name": "editor"}}]
                        }""")
                .answers(200, EvaluationsResultView.class)
                .refuses(NO_MODEL, BAD_CONSISTENCY)
                .to(this::evaluateAll);
    }

    private Answer<DecisionView> evaluate(Call<None, EvaluationView, Actor> call) {
        var evaluation = call.body().evaluation();
        return door.ask(
                call,
                permissions -> new Decisions(permissions).decide(evaluation),
                decision -> told(decision, DecisionView::of));
    }

    private Answer<EvaluationsResultView> evaluateAll(Call<None, EvaluationsView, Actor> call) {
        var body = call.body();
        if (body.isSingle()) return evaluateOne(call);
        var items = body.items();
        return door.ask(
                call,
                permissions -> new Decisions(permissions).decide(items, body.semantic()),
                decisions -> Answer.of(EvaluationsResultView.of(decisions)));
    }

    private Answer<EvaluationsResultView> evaluateOne(Call<None, EvaluationsView, Actor> call) {
        var item = call.body().common().item("");
        return door.ask(
                call,
                permissions -> new Decisions(permissions).decide(item),
                decision -> told(decision, EvaluationsResultView::of));
    }

    /// What is wrong with the only question is wrong with the request.
    private static <A> Answer<A> told(Decision decision, Function<Decision, A> view) {
        return decision instanceof Decision.NotAsked(var flaws)
                ? AuthzenProblems.invalid(flaws)
                : Answer.of(view.apply(decision));
    }
}
