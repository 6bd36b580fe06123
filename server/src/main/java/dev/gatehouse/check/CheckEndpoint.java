package dev.gatehouse.check;

import static dev.gatehouse.check.CheckProblems.NO_SUCH_MODEL;
import static dev.gatehouse.check.CheckProblems.UNDECIDED;

import dev.gatehouse.audit.Actor;
import dev.gatehouse.permissions.check.Finding;
import dev.gatehouse.permissions.check.Question;
import dev.gatehouse.permissions.check.QuestionRules;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Guard;
import dev.gatehouse.web.None;
import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.Spread;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The doors at which applications ask whether somebody may, one question at a time or many, and why.
public final class CheckEndpoint {

    private final AskingView asking;
    private final Guard<Actor> guard;

    /// @param guard lets those pass who may ask
    public CheckEndpoint(Questions questions, Guard<Actor> guard) {
        this.asking = new AskingView(questions);
        this.guard = guard;
    }

    @Doc("Has this user this relation to this object?")
    record CheckForm(
            @Doc(value = "TYPE:ID, TYPE:ID#RELATION or TYPE:*.", example = "person:bob") @Size(max = 512)
            String user,

            @Doc(value = "One of the type of the object.", example = "viewer") @Size(max = 50)
            String relation,

            @Doc(value = "TYPE:ID.", example = "document:charter") @Size(max = 256)
            String object,

            @Spread MomentView moment) {

        Question question() {
            return new Question(user, relation, object, moment.values());
        }
    }

    @Doc("The answer.")
    record CheckView(
            boolean allowed,
            @Doc("The moment of which it is true.") String consistencyToken) {}

    record Item(
            @Size(max = 512) String user,
            @Size(max = 50) String relation,
            @Size(max = 256) String object,
            @Doc("Comes before the context of all.") Optional<Map<String, Object>> context) {

        Question question(Map<String, Object> all) {
            if (context.isEmpty()) return new Question(user, relation, object, all);
            var values = new HashMap<>(all);
            values.putAll(context.get());
            return new Question(user, relation, object, values);
        }
    }

    @Doc("Many questions, answered of one model and one moment.")
    record BatchForm(
            @NotEmpty @Size(max = 1_000) List<Item> checks,
            @Spread MomentView moment) {}

    record ItemView(
            boolean allowed,

            @Doc("Why it is a no that could not be decided.")
            Optional<String> undecided) {

        static ItemView of(Finding finding) {
            return switch (finding) {
                case Finding.Allowed _ -> new ItemView(true, Optional.empty());
                case Finding.Denied _ -> new ItemView(false, Optional.empty());
                case Finding.Undecided(var problem) -> new ItemView(false, Optional.of(problem.sentence()));
            };
        }
    }

    @Doc("The answers, in the order of the questions.")
    record BatchView(List<ItemView> results, String consistencyToken) {}

    public void mount(Api api) {
        api.post("/v1/check")
                .tag("Permissions")
                .summary("Ask whether a user has a relation to an object")
                .requires(guard)
                .takes(CheckForm.class)
                .example("""
                        {"user": "person:bob", "relation": "viewer", "object": "document:charter"}""")
                .answers(200, CheckView.class)
                .refuses(UNDECIDED, NO_SUCH_MODEL)
                .to(this::check);
        api.post("/v1/checks")
                .tag("Permissions")
                .summary("Ask many such questions at once")
                .requires(guard)
                .takes(BatchForm.class)
                .example("""
                        {
                          "checks": [
                            {"user": "person:bob", "relation": "viewer", "object": "document:charter"},
                            {"user": "person:bob", "relation": "editor", "object": "document:charter"}
                          ]
                        }""")
                .answers(200, BatchView.class)
                .refuses(NO_SUCH_MODEL)
                .to(this::checkAll);
        api.post("/v1/explain")
                .tag("Permissions")
                .summary("Ask why a check is answered as it is")
                .requires(guard)
                .takes(CheckForm.class)
                .example("""
                        {"user": "person:bob", "relation": "viewer", "object": "document:charter"}""")
                .answers(200, ExplanationView.class)
                .refuses(NO_SUCH_MODEL)
                .to(this::explain);
    }

    private Answer<CheckView> check(Call<None, CheckForm, Actor> call) {
        var question = call.body().question();
        return asking.ask(
                call.who(),
                call.body().moment(),
                rules -> rules.judge(question),
                permissions -> permissions.check(question),
                (finding, at) -> switch (finding) {
                    case Finding.Allowed _ -> Answer.of(new CheckView(true, at.text()));
                    case Finding.Denied _ -> Answer.of(new CheckView(false, at.text()));
                    case Finding.Undecided(var problem) -> CheckProblems.undecided(problem);
                });
    }

    private Answer<BatchView> checkAll(Call<None, BatchForm, Actor> call) {
        var form = call.body();
        var questions = form.checks().stream()
                .map(item -> item.question(form.moment().values()))
                .toList();
        return asking.ask(
                call.who(),
                form.moment(),
                rules -> faults(questions, rules),
                permissions -> questions.stream()
                        .map(permissions::check)
                        .map(ItemView::of)
                        .toList(),
                (results, at) -> Answer.of(new BatchView(results, at.text())));
    }

    private static List<QuestionRules.Fault> faults(List<Question> questions, QuestionRules rules) {
        var faults = new ArrayList<QuestionRules.Fault>();
        for (int i = 0; i < questions.size(); i++) {
            var place = "checks/" + i;
            rules.judge(questions.get(i)).forEach(fault -> faults.add(fault.within(place)));
        }
        return faults;
    }

    private Answer<ExplanationView> explain(Call<None, CheckForm, Actor> call) {
        var question = call.body().question();
        return asking.ask(
                call.who(),
                call.body().moment(),
                rules -> rules.judge(question),
                permissions -> permissions.explain(question),
                (explanation, at) -> Answer.of(ExplanationView.of(explanation, at.text())));
    }
}
