package dev.gatehouse.group;

import static dev.gatehouse.group.GroupProblems.GROUP_ID_TAKEN;
import static dev.gatehouse.group.GroupProblems.GROUP_NAME_TAKEN;
import static dev.gatehouse.group.GroupProblems.NO_SUCH_GROUP;

import dev.gatehouse.audit.Actor;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Guard;
import dev.gatehouse.web.None;
import dev.gatehouse.web.shape.Change;
import dev.gatehouse.web.shape.DefaultValue;
import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.Fault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The doors for groups themselves.
public final class GroupEndpoint {

    private static final String TAG = "Permissions";

    private final Groups groups;
    private final Guard<Actor> administrator;

    public GroupEndpoint(Groups groups, Guard<Actor> administrator) {
        this.groups = groups;
        this.administrator = administrator;
    }

    record Search(
            @Doc("How the name begins, in whatever case.") Optional<@Size(max = 100) String> q,
            @Min(1) @Max(200) @DefaultValue("50") int limit,
            @Doc("The `next` of the page before.") Optional<@Size(max = 63) String> after) {}

    @Doc("One page of groups, in the order of their ids.")
    record GroupPage(
            List<GroupView> groups,

            @Doc("Send it as `after` to get the next page; absent on the last.")
            Optional<String> next) {}

    record ById(String id) {}

    record GroupForm(
            @Doc("Its name in relationships, which never changes; without one it gets a UUID.")
            Optional<@Pattern(regexp = GroupNames.ID) String> id,

            @Doc("No two groups have the same, in whatever case.")
            @NotBlank
            @Size(max = GroupNames.LONGEST)
            @Pattern(regexp = GroupNames.NAME)
            String name,

            Optional<@Size(max = 500) String> description) {}

    @Doc("What may change of a group. What is absent stays.")
    record GroupPatch(
            Change<@NotBlank @Size(max = GroupNames.LONGEST) @Pattern(regexp = GroupNames.NAME) String> name,
            Change<Optional<@Size(max = 500) String>> description) {

        Group applyTo(Group group) {
            return group.with(name.over(group.name()), description.over(group.description()), group.updatedAt());
        }
    }

    public void mount(Api api) {
        api.get("/v1/groups")
                .tag(TAG)
                .summary("List groups")
                .requires(administrator)
                .parameters(Search.class)
                .answers(200, GroupPage.class)
                .to(this::list);
        api.post("/v1/groups")
                .tag(TAG)
                .summary("Make a group")
                .requires(administrator)
                .takes(GroupForm.class)
                .example("""
                        {"id": "staff", "name": "Staff"}""")
                .answers(201, GroupView.class)
                .refuses(GROUP_NAME_TAKEN, GROUP_ID_TAKEN)
                .to(this::create);
        api.get("/v1/groups/{id}")
                .tag(TAG)
                .summary("Show a group")
                .requires(administrator)
                .parameters(ById.class)
                .answers(200, GroupView.class)
                .refuses(NO_SUCH_GROUP)
                .to(this::show);
        api.patch("/v1/groups/{id}")
                .tag(TAG)
                .summary("Change a group's name or description")
                .requires(administrator)
                .parameters(ById.class)
                .takes(GroupPatch.class)
                .example("""
                        {"description": "Everybody who works here"}""")
                .answers(200, GroupView.class)
                .refuses(NO_SUCH_GROUP, GROUP_NAME_TAKEN)
                .to(this::change);
        api.delete("/v1/groups/{id}")
                .tag(TAG)
                .summary("Remove a group and every relationship about it")
                .requires(administrator)
                .parameters(ById.class)
                .answers(204)
                .refuses(NO_SUCH_GROUP)
                .to(this::remove);
    }

    private Answer<GroupPage> list(Call<Search, None, Actor> call) {
        var search = call.parameters();
        var oneMore = groups.list(call.who().tenantId(), search.q(), search.after(), search.limit() + 1);
        var page = oneMore.stream().limit(search.limit()).map(GroupView::of).toList();
        var next = oneMore.size() > page.size() ? Optional.of(page.getLast().id()) : Optional.<String>empty();
        return Answer.of(new GroupPage(page, next));
    }

    private Answer<GroupView> create(Call<None, GroupForm, Actor> call) {
        var form = call.body();
        var outcome = groups.create(call.who().tenantId(), form.id(), form.name(), form.description(), origin(call));
        return answer(outcome, group -> Answer.created(GroupView.of(group), "/v1/groups/" + group.id()));
    }

    private Answer<GroupView> show(Call<ById, None, Actor> call) {
        return groups.find(call.who().tenantId(), call.parameters().id())
                .map(group -> Answer.of(GroupView.of(group)))
                .orElseGet(GroupEndpoint::unknown);
    }

    private Answer<GroupView> change(Call<ById, GroupPatch, Actor> call) {
        var id = call.parameters().id();
        var outcome = groups.change(call.who().tenantId(), id, call.body()::applyTo, origin(call));
        return answer(outcome, group -> Answer.of(GroupView.of(group)));
    }

    private Answer<None> remove(Call<ById, None, Actor> call) {
        var outcome = groups.remove(call.who().tenantId(), call.parameters().id(), origin(call));
        return answer(outcome, _ -> Answer.empty());
    }

    private static <T> Answer<T> answer(GroupChange outcome, Function<Group, Answer<T>> granted) {
        return switch (outcome) {
            case GroupChange.Done(var group) -> granted.apply(group);
            case GroupChange.NoSuchGroup _ -> unknown();
            case GroupChange.NameTaken _ -> Answer.refused(GROUP_NAME_TAKEN, "Choose another name.");
            case GroupChange.Refused(var why) -> Answer.invalid(List.of(Fault.inBody("", "group", why)));
            case GroupChange.IdTaken _ -> Answer.refused(GROUP_ID_TAKEN, "Choose another id, or leave it out.");
        };
    }

    static <T> Answer<T> unknown() {
        return Answer.refused(NO_SUCH_GROUP, "No group has this id; it may have been removed.");
    }

    static Origin origin(Call<?, ?, Actor> call) {
        return Origin.of(call.remoteAddress(), call.requestId())
                .actingAs(call.who().id());
    }
}
