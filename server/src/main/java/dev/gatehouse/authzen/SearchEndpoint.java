package dev.gatehouse.authzen;

import static dev.gatehouse.authzen.AuthzenProblems.BAD_CONSISTENCY;
import static dev.gatehouse.authzen.AuthzenProblems.BAD_PAGE;
import static dev.gatehouse.authzen.AuthzenProblems.NO_MODEL;
import static dev.gatehouse.authzen.AuthzenProblems.UNDECIDABLE;

import dev.gatehouse.audit.Actor;
import dev.gatehouse.check.Questions;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Guard;
import dev.gatehouse.web.None;
import dev.gatehouse.web.Operation;
import java.util.Optional;
import java.util.function.Function;

/// Where an application asks who may do something, to what, or what somebody may do.
///
/// @spec https://openid.net/specs/authorization-api-1_0.html#name-search-apis AuthZEN §8
public final class SearchEndpoint {

    private final AuthzenEndpoint door;
    private final Guard<Actor> asker;

    /// @param asker who may ask
    public SearchEndpoint(Questions questions, Guard<Actor> asker) {
        this.door = new AuthzenEndpoint(questions);
        this.asker = asker;
    }

    public void mount(Api api) {
        search(api, "subject", SubjectSearchView.class)
                .summary("Who may do something?")
                .example("""
                        {
                          "subject": {"type": "person"},
                          "action": {"name": "viewer"},
                          "resource": {"type": "document", "id": "charter"}
                        }""")
                .answers(200, EntityResultsView.class)
                .to(this::subjects);
        search(api, "resource", ResourceSearchView.class)
                .summary("To what may somebody do something?")
                .example("""
                        {
                          "subject": {"type": "person", "id": "bob"},
                          "action": {"name": "viewer"},
                          "resource": {"type": "document"}
                        }""")
                .answers(200, EntityResultsView.class)
                .to(this::resources);
        search(api, "action", ActionSearchView.class)
                .summary("What may somebody do to something?")
                .example("""
                        {
                          "subject": {"type": "person", "id": "bob"},
                          "resource": {"type": "document", "id": "charter"}
                        }""")
                .answers(200, ActionResultsView.class)
                .to(this::actions);
    }

    private <B> Operation<None, B, Actor, None> search(Api api, String what, Class<B> body) {
        return api.errorsAs(AuthzenProblems.FORMAT)
                .post("/access/v1/search/" + what)
                .tag("AuthZEN")
                .requires(asker)
                .takesLoosely(body)
                .refuses(NO_MODEL, BAD_CONSISTENCY, BAD_PAGE, UNDECIDABLE);
    }

    private Answer<EntityResultsView> subjects(Call<None, SubjectSearchView, Actor> call) {
        var body = call.body();
        var type = body.subject().type();
        return search(call, body.search(), body.page(), page -> EntityResultsView.of(type, page));
    }

    private Answer<EntityResultsView> resources(Call<None, ResourceSearchView, Actor> call) {
        var body = call.body();
        var type = body.resource().type();
        return search(call, body.search(), body.page(), page -> EntityResultsView.of(type, page));
    }

    private Answer<ActionResultsView> actions(Call<None, ActionSearchView, Actor> call) {
        var body = call.body();
        return search(call, body.search(), body.page(), ActionResultsView::of);
    }

    private <A> Answer<A> search(
            Call<?, ?, Actor> call, Search search, Optional<PageView> page, Function<ResultsPage, A> view) {
        var wanted = page.orElse(PageView.FIRST);
        var paging = Paging.of(search, wanted.token(), wanted.limit());
        if (paging.isEmpty())
            return Answer.refused(
                    BAD_PAGE,
                    "/page/token is not of this search: repeat the whole search with it, and the same limit.");
        return door.ask(
                call,
                permissions -> new Searches(permissions).find(search),
                found -> told(found, paging.get(), page.isPresent(), view));
    }

    private static <A> Answer<A> told(Found found, Paging paging, boolean wantsPage, Function<ResultsPage, A> view) {
        return switch (found) {
            case Found.All(var ids, var doubt) ->
                Answer.of(view.apply(ResultsPage.of(paging, ids, wantsPage, doubt.map(ReasonView::of))));
            case Found.Unknown(var why) ->
                Answer.of(view.apply(ResultsPage.none(paging, wantsPage, ReasonView.unknown(why))));
            case Found.Undecided(var problem) -> Answer.refused(UNDECIDABLE, problem.sentence());
            case Found.NotAsked(var flaws) -> AuthzenProblems.invalid(flaws);
        };
    }
}
