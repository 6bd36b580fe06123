package dev.gatehouse.check;

import static dev.gatehouse.check.CheckProblems.NO_SUCH_MODEL;
import static dev.gatehouse.check.CheckProblems.UNDECIDED;

import dev.gatehouse.audit.Actor;
import dev.gatehouse.permissions.check.Listing;
import dev.gatehouse.permissions.check.SubjectFilter;
import dev.gatehouse.relation.ConsistencyToken;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Guard;
import dev.gatehouse.web.None;
import dev.gatehouse.web.shape.DefaultValue;
import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.Spread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/// The doors at which applications ask for lists: to what somebody has a relation, and who has one to something.
public final class WhoAndWhatEndpoint {

    private final AskingView asking;
    private final Guard<Actor> guard;

    /// @param guard lets those pass who may ask
    public WhoAndWhatEndpoint(Questions questions, Guard<Actor> guard) {
        this.asking = new AskingView(questions);
        this.guard = guard;
    }

    record PageForm(
            @Min(1) @Max(10_000) @DefaultValue("1000") int limit,
            @Doc("The `next` of the page before.") Optional<@Size(max = 600) String> after) {

        Listing.Page page() {
            return new Listing.Page(after, limit);
        }
    }

    @Doc("To which objects of a type has this user this relation?")
    record ObjectsForm(
            @Doc(value = "TYPE:ID, TYPE:ID#RELATION or TYPE:*.", example = "person:bob") @Size(max = 512)
            String user,

            @Doc(value = "One of the type.", example = "viewer") @Size(max = 50)
            String relation,

            @Doc(value = "Of the objects.", example = "document") @Size(max = 254)
            String type,

            @Spread PageForm page,
            @Spread MomentView moment) {}

    @Doc("Which users of a type have this relation to this object?")
    record SubjectsForm(
            @Doc(value = "TYPE:ID.", example = "document:charter") @Size(max = 256)
            String object,

            @Doc(value = "One of the type of the object.", example = "viewer") @Size(max = 50)
            String relation,

            @Doc(value = "Of the users.", example = "person") @Size(max = 254)
            String type,

            @Doc("For usersets, as `member` for `group:staff#member`.")
            Optional<@Size(max = 50) String> typeRelation,

            @Spread PageForm page,
            @Spread MomentView moment) {

        SubjectFilter filter() {
            return new SubjectFilter(type, typeRelation);
        }
    }

    @Doc("One page, in order. All pages together are complete.")
    record NamesView(
            @Doc("Everybody of a type stands as TYPE:*.") List<String> names,

            @Doc("Send it as `after` to get the next page; absent on the last.")
            Optional<String> next,

            @Doc("The moment of which it is true. Send it with the next page, so that nothing older is seen there.")
            String consistencyToken) {}

    @Doc("Who has a relation to an object, one step far.")
    record ExpandForm(
            @Doc(value = "TYPE:ID.", example = "document:charter") @Size(max = 256)
            String object,

            @Doc(value = "One of the type of the object.", example = "viewer") @Size(max = 50)
            String relation,

            @Spread MomentView moment) {}

    public void mount(Api api) {
        api.post("/v1/objects")
                .tag("Permissions")
                .summary("List the objects to which a user has a relation")
                .requires(guard)
                .takes(ObjectsForm.class)
                .example("""
                        {"user": "person:bob", "relation": "viewer", "type": "document"}""")
                .answers(200, NamesView.class)
                .refuses(UNDECIDED, NO_SUCH_MODEL)
                .to(this::objects);
        api.post("/v1/subjects")
                .tag("Permissions")
                .summary("List the users who have a relation to an object")
                .requires(guard)
                .takes(SubjectsForm.class)
                .example("""
                        {"object": "document:charter", "relation": "viewer", "type": "person"}""")
                .answers(200, NamesView.class)
                .refuses(UNDECIDED, NO_SUCH_MODEL)
                .to(this::subjects);
        api.post("/v1/expand")
                .tag("Permissions")
                .summary("Show who has a relation to an object, one step far")
                .requires(guard)
                .takes(ExpandForm.class)
                .example("""
                        {"object": "document:charter", "relation": "viewer"}""")
                .answers(200, TreeView.class)
                .refuses(NO_SUCH_MODEL)
                .to(this::expand);
    }

    private Answer<NamesView> objects(Call<None, ObjectsForm, Actor> call) {
        var form = call.body();
        return asking.ask(
                call.who(),
                form.moment(),
                rules -> rules.judgeObjects(form.user(), form.relation(), form.type()),
                permissions -> permissions.objects(
                        form.user(),
                        form.relation(),
                        form.type(),
                        form.moment().values(),
                        form.page().page()),
                WhoAndWhatEndpoint::told);
    }

    private Answer<NamesView> subjects(Call<None, SubjectsForm, Actor> call) {
        var form = call.body();
        return asking.ask(
                call.who(),
                form.moment(),
                rules -> rules.judgeSubjects(form.object(), form.relation(), form.filter()),
                permissions -> permissions.subjects(
                        form.object(),
                        form.relation(),
                        form.filter(),
                        form.moment().values(),
                        form.page().page()),
                WhoAndWhatEndpoint::told);
    }

    private Answer<TreeView> expand(Call<None, ExpandForm, Actor> call) {
        var form = call.body();
        return asking.ask(
                call.who(),
                form.moment(),
                rules -> rules.judgeExpand(form.object(), form.relation()),
                permissions ->
                        permissions.expand(form.object(), form.relation()).orElseThrow(),
                (tree, _) -> Answer.of(TreeView.of(tree)));
    }

    private static Answer<NamesView> told(Listing listing, ConsistencyToken at) {
        return switch (listing) {
            case Listing.Listed(var names, var next) -> Answer.of(new NamesView(names, next, at.text()));
            case Listing.Undecided(var problem) -> CheckProblems.undecided(problem);
        };
    }
}
