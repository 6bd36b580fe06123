package dev.gatehouse.group;

import static dev.gatehouse.group.GroupProblems.GROUPS_TOO_DEEP;
import static dev.gatehouse.group.GroupProblems.GROUP_IN_ITSELF;
import static dev.gatehouse.group.GroupProblems.NOT_IN_MODEL;
import static dev.gatehouse.group.GroupProblems.NO_SUCH_GROUP;
import static dev.gatehouse.group.GroupProblems.NO_SUCH_SUBJECT;

import dev.gatehouse.audit.Actor;
import dev.gatehouse.relation.ChangeFault;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Guard;
import dev.gatehouse.web.None;
import dev.gatehouse.web.shape.DefaultValue;
import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.Fault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The doors for who is in a group.
public final class MemberEndpoint {

    private static final String TAG = "Permissions";
    private static final String PATH = "/v1/groups/{id}/members";

    private final Groups groups;
    private final Members members;
    private final Guard<Actor> administrator;

    public MemberEndpoint(Groups groups, Members members, Guard<Actor> administrator) {
        this.groups = groups;
        this.members = members;
        this.administrator = administrator;
    }

    record OfGroup(
            String id,
            @Min(1) @Max(200) @DefaultValue("50") int limit,
            @Doc("The `next` of the page before.") Optional<@Size(max = 300) String> after) {}

    @Doc("One page of those who are in a group themselves, in the order of their names.")
    record MemberPage(
            List<MemberView> members,

            @Doc("Send it as `after` to get the next page; absent on the last.")
            Optional<String> next) {}

    @Doc("Somebody in a group.")
    record MemberView(
            @Doc("`person:ID`, `client:ID` or `group:ID`.") String subject) {}

    record OneMember(
            String id,

            @Doc("`person:ID`, `client:ID`, or `group:ID` for all who are in another group.")
            String subject) {}

    public void mount(Api api) {
        api.get(PATH)
                .tag(TAG)
                .summary("List who is in a group")
                .requires(administrator)
                .parameters(OfGroup.class)
                .answers(200, MemberPage.class)
                .refuses(NO_SUCH_GROUP)
                .to(this::list);
        api.put(PATH + "/{subject}")
                .tag(TAG)
                .summary("Add somebody to a group")
                .requires(administrator)
                .parameters(OneMember.class)
                .answers(204)
                .refuses(NO_SUCH_GROUP, NO_SUCH_SUBJECT, GROUP_IN_ITSELF, GROUPS_TOO_DEEP, NOT_IN_MODEL)
                .to(this::add);
        api.delete(PATH + "/{subject}")
                .tag(TAG)
                .summary("Take somebody out of a group")
                .requires(administrator)
                .parameters(OneMember.class)
                .answers(204)
                .refuses(NO_SUCH_GROUP)
                .to(this::remove);
    }

    private Answer<MemberPage> list(Call<OfGroup, None, Actor> call) {
        var asked = call.parameters();
        return groups.find(call.who().tenantId(), asked.id())
                .map(group -> Answer.of(page(group, asked)))
                .orElseGet(GroupEndpoint::unknown);
    }

    private MemberPage page(Group group, OfGroup asked) {
        var oneMore = members.list(group, asked.after().map(Grantee::ofUser), asked.limit() + 1);
        var page = oneMore.stream()
                .limit(asked.limit())
                .map(member -> new MemberView(member.name()))
                .toList();
        var next = oneMore.size() > page.size() ? Optional.of(page.getLast().subject()) : Optional.<String>empty();
        return new MemberPage(page, next);
    }

    private Answer<None> add(Call<OneMember, None, Actor> call) {
        return named(
                call,
                member -> answer(members.add(
                        call.who().tenantId(), call.parameters().id(), member, GroupEndpoint.origin(call))));
    }

    private Answer<None> remove(Call<OneMember, None, Actor> call) {
        return named(
                call,
                member -> answer(members.remove(
                        call.who().tenantId(), call.parameters().id(), member, GroupEndpoint.origin(call))));
    }

    private static Answer<None> named(Call<OneMember, None, Actor> call, Function<Grantee, Answer<None>> work) {
        return Grantee.parse(call.parameters().subject())
                .map(work)
                .orElseGet(() -> Answer.invalid(List.of(Fault.inParameter("subject", "subject", Grantee.EXPECTED))));
    }

    private static Answer<None> answer(Membership outcome) {
        return switch (outcome) {
            case Membership.Settled _ -> Answer.empty();
            case Membership.NoSuchGroup _ -> GroupEndpoint.unknown();
            case Membership.NoSuchSubject _ ->
                Answer.refused(NO_SUCH_SUBJECT, "No account, client or group has this id; it may have been removed.");
            case Membership.Circle _ ->
                Answer.refused(GROUP_IN_ITSELF, "The one group is in the other already, maybe by groups between.");
            case Membership.TooDeep(var most) ->
                Answer.refused(GROUPS_TOO_DEEP, "At most " + most + " groups may stand one in another.");
            case Membership.NotInModel(var faults) -> Answer.refused(NOT_IN_MODEL, sentence(faults));
        };
    }

    private static String sentence(List<ChangeFault> faults) {
        return faults.stream()
                .map(fault -> fault.place() + ": " + fault.message())
                .collect(Collectors.joining("; "));
    }
}
