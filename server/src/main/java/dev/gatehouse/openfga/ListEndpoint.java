package dev.gatehouse.openfga;

import static dev.gatehouse.openfga.FailureCode.EXCEEDED_ENTITY_LIMIT;
import static dev.gatehouse.openfga.FailureCode.RELATION_NOT_FOUND;
import static dev.gatehouse.openfga.FailureCode.TYPE_NOT_FOUND;

import dev.gatehouse.audit.Actor;
import dev.gatehouse.check.Occasion;
import dev.gatehouse.permissions.check.SubjectFilter;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Guard;
import dev.gatehouse.web.Outlet;
import dev.gatehouse.web.StreamPlaces;
import dev.gatehouse.web.StreamPlaces.Room;
import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.Spread;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The doors at which the answer is a list. It is complete and in order, or there is none; but line by line
/// it comes as it is found, and says at its end if it is not complete.
public final class ListEndpoint {

    /// Each keeps what it has found and what it reads by, for as long as its caller takes.
    private static final int STREAMS = 200;

    /// An application asks for all of its people by one name.
    private static final int STREAMS_OF_ONE = 100;

    private final StoreAccess access;
    private final StoreQuestions questions;
    private final Guard<Actor> known;
    private final StreamPlaces streams = new StreamPlaces(STREAMS, STREAMS_OF_ONE);

    /// @param known whoever it is; whether they may is asked of each store
    public ListEndpoint(StoreAccess access, StoreQuestions questions, Guard<Actor> known) {
        this.access = access;
        this.questions = questions;
        this.known = known;
    }

    record ListObjectsView(
            String type,
            String relation,
            String user,
            Optional<TupleKeysView> contextualTuples,
            @Doc("Values for the conditions.") Optional<Map<String, Object>> context,
            @Spread ModelChoiceView choice) {}

    record ObjectsView(List<String> objects) {}

    record UserFilterView(String type, Optional<String> relation) {
        SubjectFilter filter() {
            return new SubjectFilter(type, relation.filter(name -> !name.isEmpty()));
        }
    }

    record ListUsersView(
            UserView.ObjectView object,
            String relation,

            @Doc("Which kind of users; one.") @Size(min = 1, max = 1)
            List<UserFilterView> userFilters,

            @Doc("Relationships that hold for this question only.")
            Optional<@Size(max = Occasion.MOST_CONTEXTUAL) List<TupleKeyView>> contextualTuples,

            @Doc("Values for the conditions.") Optional<Map<String, Object>> context,
            @Spread ModelChoiceView choice) {}

    record UsersView(List<UserView> users) {}

    public void mount(Api api) {
        var doors = api.errorsAs(OpenFgaProblems.FORMAT);
        doors.post("/openfga/stores/{store_id}/list-objects")
                .tag("OpenFGA")
                .summary("To which objects a user has a relation")
                .requires(known)
                .parameters(StoreParameterView.class)
                .takesLoosely(ListObjectsView.class)
                .example("""
                        {"user": "person:bob", "relation": "viewer", "type": "document"}""")
                .answers(200, ObjectsView.class)
                .refuses(QueryEndpoint.REFUSALS)
                .refuses(OpenFgaProblems.types(TYPE_NOT_FOUND, RELATION_NOT_FOUND, EXCEEDED_ENTITY_LIMIT))
                .to(call -> OpenFgaProblems.answer(objects(call).map(ObjectsView::new)));
        doors.post("/openfga/stores/{store_id}/streamed-list-objects")
                .tag("OpenFGA")
                .summary("To which objects a user has a relation, a line each")
                .requires(known)
                .parameters(StoreParameterView.class)
                .takesLoosely(ListObjectsView.class)
                .example("""
                        {"user": "person:bob", "relation": "viewer", "type": "document"}""")
                .answers(200, ObjectLineView.class)
                .answersAs(ObjectLineView.MEDIA_TYPE)
                .refuses(QueryEndpoint.REFUSALS)
                .refuses(OpenFgaProblems.types(TYPE_NOT_FOUND, RELATION_NOT_FOUND, EXCEEDED_ENTITY_LIMIT))
                .to(this::stream);
        doors.post("/openfga/stores/{store_id}/list-users")
                .tag("OpenFGA")
                .summary("Who has a relation to an object")
                .requires(known)
                .parameters(StoreParameterView.class)
                .takesLoosely(ListUsersView.class)
                .example("""
                        {
                          "object": {"type": "document", "id": "charter"},
                          "relation": "viewer",
                          "user_filters": [{"type": "person"}]
                        }""")
                .answers(200, UsersView.class)
                .refuses(QueryEndpoint.REFUSALS)
                .refuses(OpenFgaProblems.types(TYPE_NOT_FOUND, RELATION_NOT_FOUND, EXCEEDED_ENTITY_LIMIT))
                .to(this::users);
    }

    private Outcome<List<String>> objects(Call<StoreParameterView, ListObjectsView, Actor> call) {
        var body = call.body();
        return occasion(call)
                .then(occasion -> questions.objects(
                        occasion, body.user(), body.relation(), body.type(), QuestionKeyView.given(body.context())));
    }

    private Answer<ObjectLineView> stream(Call<StoreParameterView, ListObjectsView, Actor> call) {
        var body = call.body();
        var listener = call.who().tenantId() + " " + call.who().name();
        var room = streams.room(listener);
        if (room != Room.FREE) return OpenFgaProblems.refused(new Failure(FailureCode.UNAVAILABLE, full(room)));
        var search = occasion(call)
                .then(occasion -> questions.search(
                        occasion, body.user(), body.relation(), body.type(), QuestionKeyView.given(body.context())));
        return switch (search) {
            case Outcome.Done<FoundObjects>(var found) ->
                Answer.streamed(ObjectLineView.MEDIA_TYPE, outlet -> tell(listener, found, outlet));
            case Outcome.Failed<FoundObjects>(var failure) -> OpenFgaProblems.refused(failure);
        };
    }

    private void tell(String listener, FoundObjects found, Outlet outlet) {
        if (!streams.take(listener)) {
            ObjectLineView.breakOff(new Failure(FailureCode.UNAVAILABLE, full(streams.room(listener))), outlet);
            return;
        }
        try {
            ObjectLineView.tell(found, outlet);
        } finally {
            streams.leave(listener);
        }
    }

    private static String full(Room room) {
        return room == Room.HIS_ARE_TAKEN
                ? "You hold " + STREAMS_OF_ONE + " streams already; end one, or ask for the whole list."
                : "Too many hold streams already; come again, or ask for the whole list.";
    }

    private Outcome<Occasion> occasion(Call<StoreParameterView, ListObjectsView, Actor> call) {
        var contextual = TupleKeysView.relationships(call.body().contextualTuples());
        return access.toAskModel(
                        call.who(),
                        call.parameters().storeId(),
                        call.body().choice().modelId())
                .map(store -> call.body().choice().occasion(store.id(), contextual));
    }

    private Answer<UsersView> users(Call<StoreParameterView, ListUsersView, Actor> call) {
        var body = call.body();
        var contextual = TupleKeyView.relationships(body.contextualTuples().orElse(List.of()));
        var object = body.object().type() + ":" + body.object().id();
        return OpenFgaProblems.answer(access.toAskModel(
                        call.who(), call.parameters().storeId(), body.choice().modelId())
                .then(store -> questions.users(
                        body.choice().occasion(store.id(), contextual),
                        object,
                        body.relation(),
                        body.userFilters().getFirst().filter(),
                        QuestionKeyView.given(body.context())))
                .map(names -> new UsersView(names.stream().map(UserView::of).toList())));
    }
}
