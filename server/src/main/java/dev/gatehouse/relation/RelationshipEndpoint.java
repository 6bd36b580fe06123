package dev.gatehouse.relation;

import static dev.gatehouse.relation.RelationProblems.CONFLICT;

import dev.gatehouse.audit.Actor;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.permissions.relation.RelationshipRules;
import dev.gatehouse.relation.WriteResult.Conflict;
import dev.gatehouse.relation.WriteResult.Invalid;
import dev.gatehouse.relation.WriteResult.Written;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Guard;
import dev.gatehouse.web.None;
import dev.gatehouse.web.Refusal;
import dev.gatehouse.web.shape.DefaultValue;
import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.Fault;
import dev.gatehouse.web.shape.Spread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The doors through which relationships are written, removed and read.
public final class RelationshipEndpoint {

    private final Relationships relationships;
    private final Guard<Actor> guard;

    /// @param guard lets those pass who may administer permissions
    public RelationshipEndpoint(Relationships relationships, Guard<Actor> guard) {
        this.relationships = relationships;
        this.guard = guard;
    }

    record Search(
            @Spread FilterView filter,
            @Min(1) @Max(1_000) @DefaultValue("100") int limit,

            @Doc("The `next` of the page before.") Optional<@Size(max = 2_000) String> after) {}

    @Doc("Whoever asks with this token is answered with what was written.")
    record TokenView(String consistencyToken) {
        static TokenView of(ConsistencyToken token) {
            return new TokenView(token.text());
        }
    }

    record Item(@Spread RelationshipView relationship, Instant writtenAt) {}

    @Doc("One page of relationships.")
    record Page(
            List<Item> relationships,

            @Doc("Send it as `after` to get the next page; absent on the last.")
            Optional<String> next) {}

    @Doc("One of the two.")
    record About(
            @Doc("Everything about this thing, as object and as user.")
            Optional<String> object,

            @Doc("Everything about this user: a person, or a group with its members.")
            Optional<String> user) {}

    public void mount(Api api) {
        api.post("/v1/relationships")
                .tag("Permissions")
                .summary("Write and delete relationships")
                .requires(guard)
                .takes(ChangesView.class)
                .example("""
                        {
                          "writes": [{"object": "document:charter", "relation": "editor", "user": "person:bob"}],
                          "deletes": [{"object": "document:charter", "relation": "viewer", "user": "person:bob"}],
                          "idempotent": true
                        }""")
                .answers(200, TokenView.class)
                .refuses(CONFLICT)
                .to(this::write);
        api.get("/v1/relationships")
                .tag("Permissions")
                .summary("List relationships")
                .requires(guard)
                .parameters(Search.class)
                .answers(200, Page.class)
                .to(this::list);
        api.delete("/v1/relationships")
                .tag("Permissions")
                .summary("Delete everything about a thing or a user")
                .description("Its own relationships, those that name it, and those that name a userset of it.")
                .requires(guard)
                .parameters(About.class)
                .answers(200, TokenView.class)
                .to(this::forget);
    }

    private Answer<TokenView> write(Call<None, ChangesView, Actor> call) {
        return switch (relationships.write(call.who().tenantId(), call.body().changes(), origin(call))) {
            case Written(var token) -> Answer.of(TokenView.of(token));
            case Invalid(var faults) -> Answer.invalid(shown(faults));
            case Conflict(var faults) ->
                Answer.refused(Refusal.of(CONFLICT, "Nothing was done; conflicts say why.")
                        .with("conflicts", shown(faults)));
        };
    }

    private Answer<Page> list(Call<Search, None, Actor> call) {
        var search = call.parameters();
        var after = search.after().flatMap(ListCursor::parse);
        if (search.after().isPresent() && after.isEmpty())
            return Answer.invalid(List.of(Fault.inParameter("after", "cursor", "must be the `next` of a page")));
        var filter = search.filter().filter();
        if (!filter.faults().isEmpty())
            return Answer.invalid(filter.faults().stream()
                    .map(fault -> Fault.inParameter(
                            fault.place(), new ChangeFault.Kind.OfRelationship(fault.kind()).rule(), fault.message()))
                    .toList());
        if (filter.relation().isPresent() && !filter.isNarrow())
            return Answer.invalid(List.of(Fault.inParameter(
                    "relation", "too-wide", "needs one of object, object_type, user or user_type beside it")));
        var oneMore = relationships.list(call.who().tenantId(), filter, after, search.limit() + 1);
        var page = oneMore.stream()
                .limit(search.limit())
                .map(stored -> new Item(RelationshipView.of(stored.relationship()), stored.writtenAt()))
                .toList();
        var next = oneMore.size() > page.size()
                ? Optional.of(ListCursor.after(page.getLast().relationship().relationship()))
                : Optional.<String>empty();
        return Answer.of(new Page(page, next));
    }

    private Answer<TokenView> forget(Call<About, None, Actor> call) {
        var about = call.parameters();
        if (about.object().isPresent() == about.user().isPresent())
            return Answer.invalid(List.of(
                    Fault.inParameter("object", "required", "name either object or user, as document:charter")));
        var name = about.object().or(about::user).orElseThrow();
        var malformed = RelationshipRules.name(name);
        if (malformed.isPresent())
            return Answer.invalid(List.of(Fault.inParameter(
                    about.object().isPresent() ? "object" : "user", "malformed-name", malformed.get())));
        var token = relationships.forget(call.who().tenantId(), name, origin(call));
        return Answer.of(TokenView.of(token));
    }

    private static List<Fault> shown(List<ChangeFault> faults) {
        return faults.stream()
                .map(fault -> Fault.inBody(
                        fault.place().isEmpty() ? "" : "/" + fault.place(),
                        fault.kind().rule(),
                        fault.message()))
                .toList();
    }

    private static Origin origin(Call<?, ?, Actor> call) {
        return Origin.of(call.remoteAddress(), call.requestId())
                .actingAs(call.who().id());
    }
}
