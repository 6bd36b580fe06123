package dev.gatehouse.account;

import static dev.gatehouse.account.AccountProblems.BUSY;
import static dev.gatehouse.account.AccountProblems.EMAIL_TAKEN;
import static dev.gatehouse.account.AccountProblems.NOT_INVITED;
import static dev.gatehouse.account.AccountProblems.REGISTRATION_CLOSED;
import static dev.gatehouse.account.AccountProblems.WRONG_SETUP_CODE;

import dev.gatehouse.audit.Actor;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.right.Rights;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Guard;
import dev.gatehouse.web.None;
import dev.gatehouse.web.Refusal;
import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.Fault;
import dev.gatehouse.web.shape.Secret;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// The doors through which accounts come in.
public final class RegistrationEndpoint {

    private final Registrar registrar;
    private final Rights rights;
    private final Guard<Actor> administrator;

    public RegistrationEndpoint(Registrar registrar, Rights rights, Guard<Actor> administrator) {
        this.registrar = registrar;
        this.rights = rights;
        this.administrator = administrator;
    }

    @Doc("Somebody who wants an account.")
    record RegistrationForm(
            @Email @Size(max = 254) String email,

            @Doc("At least `PASSWORD_MIN_LENGTH` characters of any kind; common ones are refused.")
            @NotBlank
            @Size(max = PasswordPolicy.MAXIMUM_LENGTH)
            @Secret
            String password,

            Optional<@NotBlank @Size(max = 200) String> name,
            @Doc("The preferred language, BCP 47.") Optional<Locale> locale,

            @Doc("Needed where `REGISTRATION=invite`.") @Secret
            Optional<@Size(max = 100) String> invitation) {

        NewAccount wish() {
            return new NewAccount(email, password, name, locale);
        }
    }

    @Doc("The first administrator.")
    record SetupForm(
            @Doc("The one-time code that the server printed when it started.") @NotBlank @Size(max = 100) @Secret
            String code,

            @Email @Size(max = 254) String email,

            @NotBlank @Size(max = PasswordPolicy.MAXIMUM_LENGTH) @Secret
            String password,

            Optional<@NotBlank @Size(max = 200) String> name,
            Optional<Locale> locale) {

        NewAccount wish() {
            return new NewAccount(email, password, name, locale);
        }
    }

    @Doc("Leave for one person to register.")
    record InvitationView(
            @Doc("Send it as `invitation` to `POST /v1/accounts`. It is shown only here.")
            String invitation,

            Instant expiresAt) {}

    public void mount(Api api) {
        api.post("/v1/accounts")
                .tag("Accounts")
                .summary("Register an account")
                .takes(RegistrationForm.class)
                .answers(201, AccountView.class)
                .refuses(EMAIL_TAKEN, REGISTRATION_CLOSED, NOT_INVITED, BUSY)
                .to(this::register);
        api.post("/v1/setup")
                .tag("Accounts")
                .summary("Make the first administrator")
                .takes(SetupForm.class)
                .answers(201, AccountView.class)
                .refuses(EMAIL_TAKEN, WRONG_SETUP_CODE, BUSY)
                .to(this::setUp);
        api.post("/v1/invitations")
                .tag("Administration")
                .summary("Invite one person to register")
                .requires(administrator)
                .answers(201, InvitationView.class)
                .to(this::invite);
    }

    private Answer<AccountView> register(Call<None, RegistrationForm, None> call) {
        var form = call.body();
        return answer(registrar.register(form.wish(), form.invitation(), origin(call)));
    }

    private Answer<AccountView> setUp(Call<None, SetupForm, None> call) {
        var form = call.body();
        return answer(registrar.setUp(form.code(), form.wish(), origin(call)));
    }

    private Answer<InvitationView> invite(Call<None, None, Actor> call) {
        var invitation =
                registrar.invite(call.who(), origin(call).actingAs(call.who().id()));
        return Answer.of(new InvitationView(invitation.code(), invitation.expiresAt()));
    }

    private Answer<AccountView> answer(Registration outcome) {
        return switch (outcome) {
            case Registration.Registered(var account) ->
                Answer.created(
                        AccountView.of(account, rights.isAdministrator(account.actor())),
                        "/v1/accounts/" + account.id());
            case Registration.PasswordRefused(var objections) ->
                Answer.invalid(objections.stream()
                        .map(objection -> Fault.inBody("/password", objection.rule(), objection.message()))
                        .toList());
            case Registration.EmailTaken _ ->
                Answer.refused(EMAIL_TAKEN, "Sign in with it, or register another address.");
            case Registration.Closed _ ->
                Answer.refused(REGISTRATION_CLOSED, "Ask an administrator to make an account for you.");
            case Registration.NotInvited _ ->
                Answer.refused(NOT_INVITED, "Send a valid, unused `invitation`; an administrator can make one.");
            case Registration.WrongSetupCode _ ->
                Answer.refused(
                        WRONG_SETUP_CODE,
                        "It is unknown, used or over an hour old, or there is an administrator already.");
            case Registration.Busy(var retryAfter) ->
                Answer.refused(
                        Refusal.of(BUSY, "Nothing was done; try again shortly.").retryAfter(retryAfter));
        };
    }

    private static Origin origin(Call<?, ?, ?> call) {
        return Origin.of(call.remoteAddress(), call.requestId());
    }
}
