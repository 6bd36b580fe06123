package dev.gatehouse.relation;

import static dev.gatehouse.relation.RelationProblems.CHANGES_GONE;
import static dev.gatehouse.relation.RelationProblems.TOO_MANY_LISTENERS;
import static dev.gatehouse.relation.RelationProblems.YOU_LISTEN_ALREADY;

import dev.gatehouse.audit.Actor;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Guard;
import dev.gatehouse.web.None;
import dev.gatehouse.web.ProblemType;
import dev.gatehouse.web.Refusal;
import dev.gatehouse.web.StreamPlaces;
import dev.gatehouse.web.shape.DefaultValue;
import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.Fault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The door through which programs follow what changes: page by page, or as it happens.
public final class ChangeFeedEndpoint {

    /// More would keep the database busy with nothing.
    private static final int LISTENERS = 100;

    private static final int LISTENERS_OF_ONE = 20;

    private static final String EVENTS = "text/event-stream";
    private static final String LATEST = "latest";
    private static final String EARLIEST = "earliest";
    private static final String HOW_TO_GO_ON =
            "They were kept for as long as PERMISSIONS_CHANGES_DAYS says. To begin anew, "
                    + "ask with after=latest for a cursor, then read all relationships, and go on from that cursor. Whoever is "
                    + "content with the changes that are left asks with after=earliest.";

    private final Relationships relationships;
    private final ChangeFeed feed;
    private final StreamPlaces places = new StreamPlaces(LISTENERS, LISTENERS_OF_ONE);
    private final Guard<Actor> guard;

    /// @param guard lets those pass who may administer permissions
    public ChangeFeedEndpoint(Relationships relationships, Guard<Actor> guard) {
        this.relationships = relationships;
        this.feed = new ChangeFeed(relationships);
        this.guard = guard;
    }

    record From(
            @Doc("The `next` of the page before, or the `cursor` of a change; `latest`: only what is yet to come; "
                    + "`earliest`: from the oldest change that is kept. Without it, from the first change on.")
            Optional<@Size(max = 40) String> after,

            @Doc(value = "Only changes of objects of this type.", example = "document")
            Optional<@Size(max = 256) String> objectType,

            @Min(1) @Max(1_000) @DefaultValue("100") int limit) {}

    @Doc("Changes in the order in which they were committed, none missing, none twice.")
    record Page(
            List<ChangeView> changes,

            @Doc("Send it as `after` to go on, now or when there is more.")
            String next) {}

    public void mount(Api api) {
        api.get("/v1/relationships/changes")
                .tag("Permissions")
                .summary("Follow changes of relationships")
                .description("With `Accept: text/event-stream` as server-sent events, each with its cursor as id. The "
                        + "stream ends after some time; whoever comes again with `Last-Event-ID` misses nothing.")
                .requires(guard)
                .parameters(From.class)
                .answers(200, Page.class)
                .answersAs(EVENTS)
                .refuses(CHANGES_GONE, TOO_MANY_LISTENERS, YOU_LISTEN_ALREADY)
                .to(this::changes);
    }

    private Answer<Page> changes(Call<From, None, Actor> call) {
        var tenantId = call.who().tenantId();
        var from = call.parameters();
        var isStream =
                call.header("Accept").filter(types -> types.contains(EVENTS)).isPresent();
        var seen = isStream ? call.header("Last-Event-ID").or(from::after) : from.after();
        var place = seen.isEmpty() ? Optional.of(Place.START) : seen.flatMap(text -> place(tenantId, text));
        if (place.isEmpty())
            return Answer.invalid(List.of(Fault.inParameter(
                    "after", "cursor", "must be the cursor of a change, a `next`, latest or earliest")));
        var page = relationships.changes(tenantId, place.get(), from.objectType(), isStream ? 1 : from.limit());
        if (page.isEmpty()) return Answer.refused(Refusal.of(CHANGES_GONE, HOW_TO_GO_ON));
        return isStream ? stream(call.who(), place.get(), from.objectType()) : Answer.of(shown(page.get()));
    }

    private static Page shown(ChangePage page) {
        return new Page(
                page.changes().stream().map(ChangeView::of).toList(),
                page.next().text());
    }

    private Answer<Page> stream(Actor who, Place after, Optional<String> objectType) {
        var listener = who.tenantId() + " " + who.name();
        return switch (places.room(listener)) {
            case HIS_ARE_TAKEN -> full(YOU_LISTEN_ALREADY, "At most " + LISTENERS_OF_ONE + " times at once; end one.");
            case ALL_ARE_TAKEN -> full(TOO_MANY_LISTENERS, "Come again, or ask page by page.");
            case FREE ->
                Answer.<Page>streamed(
                                EVENTS,
                                outlet -> new ChangeStreamView(feed, places, outlet)
                                        .tell(listener, who.tenantId(), after, objectType))
                        .header("Cache-Control", "no-store");
        };
    }

    private static Answer<Page> full(ProblemType why, String advice) {
        return Answer.refused(Refusal.of(why, advice).retryAfter(Duration.ofSeconds(10)));
    }

    private Optional<Place> place(String tenantId, String text) {
        return switch (text) {
            case LATEST ->
                Optional.of(Place.after(relationships.newest(tenantId).revision()));
            case EARLIEST -> Optional.of(relationships.earliest(tenantId));
            default -> Place.parse(text);
        };
    }
}
