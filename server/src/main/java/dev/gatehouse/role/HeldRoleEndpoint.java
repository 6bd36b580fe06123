package dev.gatehouse.role;

import dev.gatehouse.audit.Actor;
import dev.gatehouse.group.Grantee;
import dev.gatehouse.group.Memberships;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Guard;
import dev.gatehouse.web.None;
import dev.gatehouse.web.ProblemType;
import dev.gatehouse.web.shape.DefaultValue;
import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.Fault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// The door at which one sees what somebody may do by roles, and by which group.
public final class HeldRoleEndpoint {

    /// Each costs a look of its own.
    private static final int MOST_GROUPS = 1_000;

    private static final ProblemType TOO_MANY_GROUPS =
            ProblemType.conflict("too-many-groups", "The groups that somebody is in cannot be listed");

    private final Memberships memberships;
    private final HoldingList list;
    private final Guard<Actor> administrator;

    public HeldRoleEndpoint(Memberships memberships, HoldingList list, Guard<Actor> administrator) {
        this.memberships = memberships;
        this.list = list;
        this.administrator = administrator;
    }

    record OfSubject(
            @Doc("`person:ID`, `client:ID` or `group:ID`.") @Size(max = 300)
            String subject,

            @Min(1) @Max(200) @DefaultValue("50") int limit,
            @Doc("The `next` of the page before.") Optional<@Size(max = 800) String> after) {}

    @Doc("One page of the roles that somebody holds, by himself or by a group.")
    record HeldRolePage(
            List<HoldingView> roles,

            @Doc("Send it as `after` to get the next page; absent on the last.")
            Optional<String> next) {}

    public void mount(Api api) {
        api.get("/v1/subjects/{subject}/roles")
                .tag(RoleEndpoint.TAG)
                .summary("List which roles somebody holds, where, and by which group")
                .requires(administrator)
                .parameters(OfSubject.class)
                .answers(200, HeldRolePage.class)
                .refuses(TOO_MANY_GROUPS)
                .to(this::list);
    }

    private Answer<HeldRolePage> list(Call<OfSubject, None, Actor> call) {
        var asked = call.parameters();
        var somebody = Grantee.parse(asked.subject());
        if (somebody.isEmpty())
            return Answer.invalid(List.of(Fault.inParameter("subject", "subject", Grantee.EXPECTED)));
        var after = asked.after().flatMap(HoldingCursor::last);
        if (asked.after().isPresent() && after.isEmpty()) return HolderEndpoint.notACursor();
        var tenant = call.who().tenantId();
        return users(tenant, somebody.get())
                .map(users -> HoldingCursor.of(list.by(tenant, users, after, asked.limit() + 1), asked.limit()))
                .map(HeldRoleEndpoint::page)
                .orElseGet(() -> Answer.refused(
                        TOO_MANY_GROUPS,
                        "There are more than " + MOST_GROUPS + "; list the holders of a role instead."));
    }

    /// By whose names relationships may give him something.
    private Optional<SortedSet<String>> users(String tenantId, Grantee somebody) {
        return memberships.of(tenantId, somebody, MOST_GROUPS).map(groups -> {
            var users = new TreeSet<String>();
            users.add(somebody.user());
            groups.forEach(group -> users.add(Grantee.ofUser(group).user()));
            return users;
        });
    }

    private static Answer<HeldRolePage> page(HoldingCursor cursor) {
        return Answer.of(
                new HeldRolePage(cursor.page().stream().map(HoldingView::of).toList(), cursor.next()));
    }
}
