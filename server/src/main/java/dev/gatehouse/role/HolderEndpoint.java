package dev.gatehouse.role;

import static dev.gatehouse.group.GroupProblems.NOT_IN_MODEL;
import static dev.gatehouse.group.GroupProblems.NO_SUCH_SUBJECT;
import static dev.gatehouse.role.RoleProblems.NO_SUCH_ROLE;

import dev.gatehouse.audit.Actor;
import dev.gatehouse.group.Grantee;
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
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/// The doors for who holds a role.
public final class HolderEndpoint {

    private static final String PATH = "/v1/roles/{role}/holders";

    private final Roles roles;
    private final Holders holders;
    private final HoldingList list;
    private final Guard<Actor> administrator;

    public HolderEndpoint(Roles roles, Holders holders, HoldingList list, Guard<Actor> administrator) {
        this.roles = roles;
        this.holders = holders;
        this.list = list;
        this.administrator = administrator;
    }

    record OfRole(
            String role,

            @Doc("Only those who hold it on everything of this type, or with `id` on one thing.")
            Optional<@Pattern(regexp = Reach.TYPE) String> type,

            Optional<@Size(max = Reach.LONGEST_ID) @Pattern(regexp = Reach.ID) String> id,
            @Min(1) @Max(200) @DefaultValue("50") int limit,
            @Doc("The `next` of the page before.") Optional<@Size(max = 800) String> after) {}

    @Doc("One page of those who hold a role themselves, on things first and then everywhere.")
    record HolderPage(
            List<HoldingView> holders,

            @Doc("Send it as `after` to get the next page; absent on the last.")
            Optional<String> next) {}

    record ToRole(String role) {}

    @Doc("Who shall hold a role, and where.")
    record HoldingForm(
            @Doc("`person:ID`, `client:ID`, or `group:ID` for all who are in it.") @Size(max = 300)
            String subject,

            @Doc("Absent: everywhere.") Optional<HoldingView.On> on) {}

    record FromRole(
            String role,

            @Doc("`person:ID`, `client:ID` or `group:ID`.") @Size(max = 300)
            String subject,

            @Doc("Where, as it was given; absent: everywhere.")
            Optional<@Pattern(regexp = Reach.TYPE) String> type,

            Optional<@Size(max = Reach.LONGEST_ID) @Pattern(regexp = Reach.ID) String> id) {}

    public void mount(Api api) {
        api.get(PATH)
                .tag(RoleEndpoint.TAG)
                .summary("List who holds a role, and where")
                .requires(administrator)
                .parameters(OfRole.class)
                .answers(200, HolderPage.class)
                .refuses(NO_SUCH_ROLE)
                .to(this::list);
        api.post(PATH)
                .tag(RoleEndpoint.TAG)
                .summary("Give somebody a role, everywhere or on one thing")
                .requires(administrator)
                .parameters(ToRole.class)
                .takes(HoldingForm.class)
                .example("""
                        {"subject": "group:staff", "on": {"type": "report", "id": "budget"}}""")
                .answers(204)
                .refuses(NO_SUCH_ROLE, NO_SUCH_SUBJECT, NOT_IN_MODEL)
                .to(this::give);
        api.delete(PATH)
                .tag(RoleEndpoint.TAG)
                .summary("Take a role from somebody")
                .requires(administrator)
                .parameters(FromRole.class)
                .answers(204)
                .refuses(NO_SUCH_ROLE)
                .to(this::take);
    }

    private Answer<HolderPage> list(Call<OfRole, None, Actor> call) {
        var asked = call.parameters();
        var tenant = call.who().tenantId();
        if (asked.id().isPresent() && asked.type().isEmpty()) return idAlone();
        var after = asked.after().flatMap(HoldingCursor::last);
        if (asked.after().isPresent() && after.isEmpty()) return notACursor();
        if (roles.find(tenant, asked.role()).isEmpty()) return RoleProblems.unknown();
        var oneMore = asked.limit() + 1;
        var found = asked.type().isEmpty()
                ? list.of(tenant, asked.role(), after, oneMore)
                : list.at(tenant, asked.role(), reach(asked.type(), asked.id()), after, oneMore);
        var cursor = HoldingCursor.of(found, asked.limit());
        return Answer.of(
                new HolderPage(cursor.page().stream().map(HoldingView::of).toList(), cursor.next()));
    }

    private Answer<None> give(Call<ToRole, HoldingForm, Actor> call) {
        var form = call.body();
        var reach = form.on().map(HoldingView.On::reach).orElse(Reach.EVERYWHERE);
        var holder = Grantee.parse(form.subject());
        if (holder.isEmpty()) return Answer.invalid(List.of(Fault.inBody("/subject", "subject", Grantee.EXPECTED)));
        var holding = new Holding(call.parameters().role(), holder.get(), reach);
        return RoleProblems.answer(
                holders.give(call.who().tenantId(), holding, RoleEndpoint.origin(call)), Answer::empty);
    }

    private Answer<None> take(Call<FromRole, None, Actor> call) {
        var asked = call.parameters();
        if (asked.id().isPresent() && asked.type().isEmpty()) return idAlone();
        var holder = Grantee.parse(asked.subject());
        if (holder.isEmpty()) return Answer.invalid(List.of(Fault.inParameter("subject", "subject", Grantee.EXPECTED)));
        var holding = new Holding(asked.role(), holder.get(), reach(asked.type(), asked.id()));
        return RoleProblems.answer(
                holders.take(call.who().tenantId(), holding, RoleEndpoint.origin(call)), Answer::empty);
    }

    private static Reach reach(Optional<String> type, Optional<String> id) {
        return type.map(of -> new HoldingView.On(of, id).reach()).orElse(Reach.EVERYWHERE);
    }

    private static <T> Answer<T> idAlone() {
        return Answer.invalid(List.of(Fault.inParameter("type", "missing", "must be there where there is an id")));
    }

    static <T> Answer<T> notACursor() {
        return Answer.invalid(List.of(Fault.inParameter("after", "cursor", "must be the next of a page before")));
    }
}
