package dev.gatehouse.account;

import static dev.gatehouse.account.AccountProblems.EMAIL_TAKEN;
import static dev.gatehouse.account.AccountProblems.LAST_ADMINISTRATOR;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.right.Rights;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Guard;
import dev.gatehouse.web.None;
import dev.gatehouse.web.shape.Change;
import dev.gatehouse.web.shape.Doc;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Optional;

/// The doors through which people look after their own account.
public final class MeEndpoint {

    private final Accounts accounts;
    private final Rights rights;
    private final Guard<Account> signedIn;
    private final Guard<Account> freshlySignedIn;

    /// @param freshlySignedIn for changes to who one is: a session left open must not be enough
    public MeEndpoint(Accounts accounts, Rights rights, Guard<Account> signedIn, Guard<Account> freshlySignedIn) {
        this.accounts = accounts;
        this.rights = rights;
        this.signedIn = signedIn;
        this.freshlySignedIn = freshlySignedIn;
    }

    @Doc("What a person may change of the own account at any time. What is absent stays.")
    record MePatch(Change<Optional<@NotBlank @Size(max = 200) String>> name, Change<Optional<Locale>> locale) {

        Account applyTo(Account account) {
            return account.name(name.over(account.name())).locale(locale.over(account.locale()));
        }
    }

    record EmailForm(@Email @Size(max = 254) String email) {}

    public void mount(Api api) {
        api.get("/v1/me")
                .tag("Me")
                .summary("Show my account")
                .requires(signedIn)
                .answers(200, AccountView.class)
                .to(this::show);
        api.patch("/v1/me")
                .tag("Me")
                .summary("Change my name or language")
                .requires(signedIn)
                .takes(MePatch.class)
                .answers(200, AccountView.class)
                .to(this::change);
        api.put("/v1/me/email")
                .tag("Me")
                .summary("Change my e-mail address")
                .requires(freshlySignedIn)
                .takes(EmailForm.class)
                .answers(200, AccountView.class)
                .refuses(EMAIL_TAKEN)
                .to(this::changeEmail);
        api.delete("/v1/me")
                .tag("Me")
                .summary("Remove my account and everything that is its own")
                .requires(freshlySignedIn)
                .answers(204)
                .refuses(LAST_ADMINISTRATOR)
                .to(this::remove);
    }

    private Answer<AccountView> show(Call<None, None, Account> call) {
        return Answer.of(view(call.who()));
    }

    private Answer<AccountView> change(Call<None, MePatch, Account> call) {
        var me = call.who();
        var outcome = accounts.change(me.tenantId(), me.id(), call.body()::applyTo, origin(call));
        return AccountEndpoint.answer(outcome, account -> Answer.of(view(account)));
    }

    private Answer<AccountView> changeEmail(Call<None, EmailForm, Account> call) {
        var me = call.who();
        var email = call.body().email().strip();
        var outcome = accounts.change(me.tenantId(), me.id(), account -> account.email(email), origin(call));
        return AccountEndpoint.answer(outcome, account -> Answer.of(view(account)));
    }

    private Answer<None> remove(Call<None, None, Account> call) {
        var outcome = accounts.remove(call.who().tenantId(), call.who().id(), origin(call));
        return AccountEndpoint.answer(outcome, _ -> Answer.empty());
    }

    private AccountView view(Account account) {
        return AccountView.of(account, rights.isAdministrator(account.actor()));
    }

    private static Origin origin(Call<?, ?, Account> call) {
        return Origin.of(call.remoteAddress(), call.requestId())
                .actingAs(call.who().subject());
    }
}
