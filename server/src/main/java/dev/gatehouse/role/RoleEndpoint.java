package dev.gatehouse.role;

import static dev.gatehouse.group.GroupProblems.NOT_IN_MODEL;
import static dev.gatehouse.role.RoleProblems.NO_SUCH_ROLE;

import dev.gatehouse.audit.Actor;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Guard;
import dev.gatehouse.web.None;
import dev.gatehouse.web.shape.DefaultValue;
import dev.gatehouse.web.shape.Doc;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/// The doors for roles themselves.
public final class RoleEndpoint {

    static final String TAG = "Permissions";

    private final Roles roles;
    private final Guard<Actor> administrator;

    public RoleEndpoint(Roles roles, Guard<Actor> administrator) {
        this.roles = roles;
        this.administrator = administrator;
    }

    record Paging(
            @Min(1) @Max(200) @DefaultValue("50") int limit,
            @Doc("The `next` of the page before.") Optional<@Size(max = 50) String> after) {}

    @Doc("One page of roles, in the order of their names.")
    record RolePage(
            List<RoleView> roles,

            @Doc("Send it as `after` to get the next page; absent on the last.")
            Optional<String> next) {}

    record ByName(@Pattern(regexp = Role.NAME) String role) {}

    @Doc("What a role is. What is absent of it is taken back.")
    record RoleForm(
            @Doc("What it allows, in the application's own words: `read`, `invoice.pay`.")
            @Size(max = Role.MOST_ACTIONS)
            List<@Pattern(regexp = Role.ACTION) String> actions,

            Optional<@Size(max = 500) String> description) {}

    public void mount(Api api) {
        api.get("/v1/roles")
                .tag(TAG)
                .summary("List roles")
                .requires(administrator)
                .parameters(Paging.class)
                .answers(200, RolePage.class)
                .to(this::list);
        api.put("/v1/roles/{role}")
                .tag(TAG)
                .summary("Define a role, or define it anew")
                .requires(administrator)
                .parameters(ByName.class)
                .takes(RoleForm.class)
                .example("""
                        {"actions": ["read", "write"]}""")
                .answers(200, RoleView.class)
                .refuses(NO_SUCH_ROLE, NOT_IN_MODEL)
                .to(this::define);
        api.get("/v1/roles/{role}")
                .tag(TAG)
                .summary("Show a role")
                .requires(administrator)
                .parameters(ByName.class)
                .answers(200, RoleView.class)
                .refuses(NO_SUCH_ROLE)
                .to(this::show);
        api.delete("/v1/roles/{role}")
                .tag(TAG)
                .summary("Remove a role, and take it from everybody")
                .requires(administrator)
                .parameters(ByName.class)
                .answers(204)
                .refuses(NO_SUCH_ROLE)
                .to(this::remove);
    }

    private Answer<RolePage> list(Call<Paging, None, Actor> call) {
        var paging = call.parameters();
        var oneMore = roles.list(call.who().tenantId(), paging.after(), paging.limit() + 1);
        var page = oneMore.stream().limit(paging.limit()).map(RoleView::of).toList();
        var next = oneMore.size() > page.size() ? Optional.of(page.getLast().name()) : Optional.<String>empty();
        return Answer.of(new RolePage(page, next));
    }

    private Answer<RoleView> define(Call<ByName, RoleForm, Actor> call) {
        var tenant = call.who().tenantId();
        var form = call.body();
        var name = call.parameters().role();
        var outcome = roles.define(tenant, name, form.description(), form.actions(), origin(call));
        return RoleProblems.answer(outcome, () -> show(tenant, name));
    }

    private Answer<RoleView> show(Call<ByName, None, Actor> call) {
        return show(call.who().tenantId(), call.parameters().role());
    }

    private Answer<RoleView> show(String tenantId, String name) {
        return roles.find(tenantId, name)
                .map(role -> Answer.of(RoleView.of(role)))
                .orElseGet(RoleProblems::unknown);
    }

    private Answer<None> remove(Call<ByName, None, Actor> call) {
        var outcome = roles.remove(call.who().tenantId(), call.parameters().role(), origin(call));
        return RoleProblems.answer(outcome, Answer::empty);
    }

    static Origin origin(Call<?, ?, Actor> call) {
        return Origin.of(call.remoteAddress(), call.requestId())
                .actingAs(call.who().id());
    }
}
