package dev.gatehouse.account;

import static dev.gatehouse.account.AccountProblems.EMAIL_TAKEN;
import static dev.gatehouse.account.AccountProblems.LAST_ADMINISTRATOR;
import static dev.gatehouse.account.AccountProblems.NO_SUCH_ACCOUNT;

import dev.gatehouse.audit.Actor;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.right.Right;
import dev.gatehouse.right.Rights;
import dev.gatehouse.right.RightsGuard;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Guard;
import dev.gatehouse.web.None;
import dev.gatehouse.web.shape.Change;
import dev.gatehouse.web.shape.DefaultValue;
import dev.gatehouse.web.shape.Doc;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// The doors through which administrators look after accounts.
public final class AccountEndpoint {

    private final Accounts accounts;
    private final Rights rights;
    private final Guard<Actor> administrator;

    public AccountEndpoint(Accounts accounts, Rights rights, Guard<Actor> administrator) {
        this.accounts = accounts;
        this.rights = rights;
        this.administrator = administrator;
    }

    record Search(
            @Doc("How the e-mail address or the name begins, in whatever case.")
            Optional<@Size(max = 254) String> q,

            @Min(1) @Max(200) @DefaultValue("50") int limit,
            @Doc("The `next` of the page before.") Optional<UUID> after) {}

    @Doc("One page of accounts, in the order in which they were made.")
    record AccountPage(
            List<AccountView> accounts,

            @Doc("Send it as `after` to get the next page; absent on the last.")
            Optional<UUID> next) {}

    record ById(UUID id) {}

    @Doc("What an administrator may change of an account. What is absent stays.")
    record AccountPatch(
            Change<@Email @Size(max = 254) String> email,

            @Doc("That the address is this person's. Another address has to be verified anew.")
            Change<Boolean> emailVerified,

            Change<Optional<@NotBlank @Size(max = 200) String>> name,
            Change<Optional<Locale>> locale,
            @Doc("`disabled` ends every session at once.") Change<Account.Status> status,

            @Doc("Whether this person may do everything. Whoever changes it needs the right to administer permissions.")
            Change<Boolean> administrator) {

        Account applyTo(Account account) {
            var addressed = account.email(email.over(account.email()).strip());
            return addressed
                    .emailVerified(emailVerified.over(addressed.emailVerified()))
                    .name(name.over(account.name()))
                    .locale(locale.over(account.locale()))
                    .status(status.over(account.status()));
        }
    }

    public void mount(Api api) {
        api.get("/v1/accounts")
                .tag("Administration")
                .summary("List accounts")
                .requires(administrator)
                .parameters(Search.class)
                .answers(200, AccountPage.class)
                .to(this::list);
        api.get("/v1/accounts/{id}")
                .tag("Administration")
                .summary("Show an account")
                .requires(administrator)
                .parameters(ById.class)
                .answers(200, AccountView.class)
                .refuses(NO_SUCH_ACCOUNT)
                .to(this::show);
        api.patch("/v1/accounts/{id}")
                .tag("Administration")
                .summary("Change, disable or enable an account")
                .requires(administrator)
                .parameters(ById.class)
                .takes(AccountPatch.class)
                .answers(200, AccountView.class)
                .refuses(NO_SUCH_ACCOUNT, EMAIL_TAKEN, LAST_ADMINISTRATOR, RightsGuard.NOT_ALLOWED)
                .to(this::change);
        api.delete("/v1/accounts/{id}")
                .tag("Administration")
                .summary("Remove an account")
                .requires(administrator)
                .parameters(ById.class)
                .answers(204)
                .refuses(NO_SUCH_ACCOUNT, LAST_ADMINISTRATOR)
                .to(this::remove);
        api.post("/v1/accounts/{id}/sign-out")
                .tag("Administration")
                .summary("End every session of an account")
                .requires(administrator)
                .parameters(ById.class)
                .answers(204)
                .refuses(NO_SUCH_ACCOUNT)
                .to(this::signOut);
    }

    private Answer<AccountPage> list(Call<Search, None, Actor> call) {
        var search = call.parameters();
        var oneMore = accounts.list(call.who().tenantId(), search.q(), search.after(), search.limit() + 1);
        var page = oneMore.stream().limit(search.limit()).map(this::view).toList();
        var next = oneMore.size() > page.size() ? Optional.of(page.getLast().id()) : Optional.<UUID>empty();
        return Answer.of(new AccountPage(page, next));
    }

    private Answer<AccountView> show(Call<ById, None, Actor> call) {
        var account = accounts.find(call.who().tenantId(), call.parameters().id());
        return answer(AccountChange.of(account), known -> Answer.of(view(known)));
    }

    private Answer<AccountView> change(Call<ById, AccountPatch, Actor> call) {
        var id = call.parameters().id();
        var administrator = call.body().administrator() instanceof Change.Set<Boolean>(var shall)
                ? Optional.of(shall)
                : Optional.<Boolean>empty();
        // Else whoever may administer accounts could make himself an administrator of everything.
        if (administrator.isPresent() && !rights.has(call.who(), Right.ADMINISTER_PERMISSIONS))
            return Answer.refused(RightsGuard.NOT_ALLOWED, Right.ADMINISTER_PERMISSIONS.missing());
        var outcome = accounts.change(call.who().tenantId(), id, call.body()::applyTo, administrator, origin(call));
        return answer(outcome, known -> Answer.of(view(known)));
    }

    private Answer<None> remove(Call<ById, None, Actor> call) {
        var outcome = accounts.remove(call.who().tenantId(), call.parameters().id(), origin(call));
        return answer(outcome, _ -> Answer.empty());
    }

    private Answer<None> signOut(Call<ById, None, Actor> call) {
        var outcome = accounts.signOutEverywhere(
                call.who().tenantId(), call.parameters().id(), origin(call));
        return answer(outcome, _ -> Answer.empty());
    }

    /// What every door says to the outcomes of a change.
    static <T> Answer<T> answer(AccountChange outcome, Function<Account, Answer<T>> granted) {
        return switch (outcome) {
            case AccountChange.Changed(var account) -> granted.apply(account);
            case AccountChange.NoSuchAccount _ ->
                Answer.refused(NO_SUCH_ACCOUNT, "No account has this id; it may have been removed.");
            case AccountChange.EmailTaken _ -> Answer.refused(EMAIL_TAKEN, "Choose another address.");
            case AccountChange.LastAdministrator _ ->
                Answer.refused(LAST_ADMINISTRATOR, "Make somebody else an administrator first.");
        };
    }

    private AccountView view(Account account) {
        return AccountView.of(account, rights.isAdministrator(account.actor()));
    }

    private static Origin origin(Call<?, ?, Actor> call) {
        return Origin.of(call.remoteAddress(), call.requestId())
                .actingAs(call.who().id());
    }
}
