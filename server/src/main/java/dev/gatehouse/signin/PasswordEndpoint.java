package dev.gatehouse.signin;

import dev.gatehouse.account.PasswordPolicy;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.session.Standing;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Guard;
import dev.gatehouse.web.None;
import dev.gatehouse.web.shape.DefaultValue;
import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.Fault;
import dev.gatehouse.web.shape.Secret;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// The door through which a person changes the own password.
public final class PasswordEndpoint {

    private final PasswordChanger changer;
    private final Guard<Standing> signedIn;

    public PasswordEndpoint(PasswordChanger changer, Guard<Standing> signedIn) {
        this.changer = changer;
        this.signedIn = signedIn;
    }

    record PasswordForm(
            @NotBlank @Size(max = PasswordPolicy.MAXIMUM_LENGTH) @Secret
            String currentPassword,

            @NotBlank @Size(max = PasswordPolicy.MAXIMUM_LENGTH) @Secret
            String newPassword,

            @Doc("Whether every session but this one ends.") @DefaultValue("true")
            boolean endOtherSessions) {}

    public void mount(Api api) {
        api.put("/v1/me/password")
                .tag("Me")
                .summary("Change my password")
                .requires(signedIn)
                .takes(PasswordForm.class)
                .answers(204)
                .refuses(SignInProblems.WRONG_PASSWORD, SignInProblems.TOO_MANY_ATTEMPTS, SignInProblems.BUSY)
                .to(this::change);
    }

    private Answer<None> change(Call<None, PasswordForm, Standing> call) {
        var form = call.body();
        var origin = Origin.of(call.remoteAddress(), call.requestId())
                .actingAs(call.who().account().subject());
        return switch (changer.change(
                call.who(), form.currentPassword(), form.newPassword(), form.endOtherSessions(), origin)) {
            case PasswordChange.Changed _ -> Answer.empty();
            case PasswordChange.WrongPassword _ ->
                Answer.refused(SignInProblems.WRONG_PASSWORD, "Give the password that you have now.");
            case PasswordChange.Refused(var objections) ->
                Answer.invalid(objections.stream()
                        .map(objection -> Fault.inBody("/new_password", objection.rule(), objection.message()))
                        .toList());
            case PasswordChange.Throttled(var retryAfter) -> SignInProblems.throttled(retryAfter);
            case PasswordChange.Busy(var retryAfter) -> SignInProblems.busy(retryAfter);
        };
    }
}
