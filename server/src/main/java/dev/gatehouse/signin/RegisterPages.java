package dev.gatehouse.signin;

import dev.gatehouse.account.NewAccount;
import dev.gatehouse.account.PasswordPolicy;
import dev.gatehouse.account.Registrar;
import dev.gatehouse.account.Registration;
import dev.gatehouse.account.RegistrationMode;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.page.AddressView;
import dev.gatehouse.page.Errand;
import dev.gatehouse.page.Errands;
import dev.gatehouse.page.FrameView;
import dev.gatehouse.page.Pages;
import dev.gatehouse.session.BrowserCookie;
import dev.gatehouse.session.Standing;
import dev.gatehouse.signin.RegisterView.Faults;
import dev.gatehouse.signin.RegisterView.Written;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.None;
import dev.gatehouse.web.Page;
import dev.gatehouse.web.Rejected;
import dev.gatehouse.web.Request;
import dev.gatehouse.web.Template;
import dev.gatehouse.web.shape.EmptyIsAbsent;
import dev.gatehouse.web.shape.IgnoreUnknown;
import dev.gatehouse.web.shape.Secret;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The page on which people make an account, and are signed in with it.
public final class RegisterPages {

    private static final Template<RegisterView> REGISTER = JteregisterGenerated::render;

    private final Registrar registrar;
    private final PasswordSignIn signIn;
    private final int minimumLength;
    private final BrowserCookie browser;
    private final Errands errands;
    private final Pages pages;

    /// @param minimumLength of passwords, for the hint
    public RegisterPages(
            Registrar registrar,
            PasswordSignIn signIn,
            int minimumLength,
            BrowserCookie browser,
            Errands errands,
            Pages pages) {
        this.registrar = registrar;
        this.signIn = signIn;
        this.minimumLength = minimumLength;
        this.browser = browser;
        this.errands = errands;
        this.pages = pages;
    }

    @IgnoreUnknown
    @EmptyIsAbsent
    record RegisterForm(
            Optional<@Size(max = 200) String> ticket,
            @Email @Size(max = 254) String email,
            Optional<@NotBlank @Size(max = 200) String> name,

            @NotBlank @Size(max = PasswordPolicy.MAXIMUM_LENGTH) @Secret
            String password,

            @Secret Optional<@Size(max = 100) String> invitation) {

        NewAccount wish(Locale locale) {
            return new NewAccount(email, password, name, Optional.of(locale));
        }

        Written written() {
            return new Written(email, name.orElse(""), invitation.orElse(""));
        }
    }

    public void mount(Api api) {
        var site = api.errorsAs(pages.errors());
        site.get("/register")
                .hidden()
                .parameters(AddressView.class)
                .answersPage(400, 403)
                .to(this::show);
        site.post("/register")
                .hidden()
                .takesForm(RegisterForm.class)
                .fromOwnPages(pages.tokens(), pages.visit())
                .answersPage(400, 403, 503)
                .redirects()
                .whenInvalid(this::again)
                .to(this::register);
    }

    private Answer<Page> show(Call<AddressView, None, None> call) {
        var address = call.parameters();
        var errand = address.ticket().flatMap(errands::find);
        if (address.ticket().isPresent() && errand.isEmpty()) return pages.tooLate(call.request());
        var form = new Form(frame(call.request(), address.language(), errand), errand);
        var hint =
                errand.flatMap(known -> known.ticket().parameter("login_hint")).orElse("");
        return form.answer(200, new Written(hint, "", ""), Faults.NONE, Optional.empty());
    }

    private Answer<Page> register(Call<None, RegisterForm, None> call) {
        var wish = call.body();
        var errand = wish.ticket().flatMap(errands::find);
        if (wish.ticket().isPresent() && errand.isEmpty()) return pages.tooLate(call.request());
        var frame = frame(call.request(), Optional.empty(), errand);
        var form = new Form(frame, errand);
        var words = form.words();
        var origin = Origin.of(call.remoteAddress(), call.requestId());
        var locale = Locale.forLanguageTag(frame.frame().language().tag());
        return switch (registrar.register(wish.wish(locale), wish.invitation(), origin)) {
            case Registration.Registered(var account) -> {
                var present = browser.standing(call.request()).map(Standing::session);
                var answer = SignInPages.<Page>onwards(call.request(), errand);
                yield signIn.welcome(account, origin, call.userAgent(), present)
                        .map(secret -> answer.header(browser.holding(secret)))
                        .orElse(answer);
            }
            case Registration.EmailTaken _ ->
                form.answer(400, wish.written(), new Faults(words.emailTaken(), "", "", ""), Optional.empty());
            case Registration.PasswordRefused(var objections) ->
                form.answer(400, wish.written(), passwordFaults(words, objections), Optional.empty());
            case Registration.NotInvited _ ->
                form.answer(403, wish.written(), new Faults("", "", "", words.notInvited()), Optional.empty());
            case Registration.Busy(var wait) ->
                form.answer(503, wish.written(), Faults.NONE, Optional.of(words.busy()))
                        .header("Retry-After", SignInPages.seconds(wait));
            case Registration.Closed _, Registration.WrongSetupCode _ ->
                form.answer(403, wish.written(), Faults.NONE, Optional.empty());
        };
    }

    private Faults passwordFaults(RegisterWords words, List<PasswordPolicy.Objection> objections) {
        var texts = objections.stream()
                .map(objection -> words.objection(objection.rule(), minimumLength))
                .collect(Collectors.joining(" "));
        return new Faults("", "", texts, "");
    }

    private Answer<Page> again(Rejected rejected) {
        var sent = rejected.sent();
        var ticket = sent.only("ticket").filter(id -> !id.isEmpty());
        var errand = ticket.flatMap(errands::find);
        if (ticket.isPresent() && errand.isEmpty()) return pages.tooLate(rejected.request());
        var form = new Form(frame(rejected.request(), Optional.empty(), errand), errand);
        var words = form.words();
        Function<String, String> written = name -> sent.only(name).orElse("");
        var faults = new Faults(
                rejected.hasFaultIn("email") ? words.badEmail() : "",
                rejected.hasFaultIn("name") ? words.badName() : "",
                rejected.hasFaultIn("password") ? words.noPassword() : "",
                rejected.hasFaultIn("invitation") ? words.notInvited() : "");
        return form.answer(
                400,
                new Written(written.apply("email"), written.apply("name"), written.apply("invitation")),
                faults,
                Optional.empty());
    }

    private FrameView frame(Request request, Optional<String> language, Optional<Errand> errand) {
        return pages.frame(
                request, language, errand.flatMap(known -> known.ticket().parameter("ui_locales")));
    }

    /// The form in its frame, to be shown with what is in it.
    private final class Form {
        private final FrameView frame;
        private final Optional<Errand> errand;

        Form(FrameView frame, Optional<Errand> errand) {
            this.frame = frame;
            this.errand = errand;
        }

        RegisterWords words() {
            return RegisterWords.WORDS.in(frame.frame().language());
        }

        Answer<Page> answer(int status, Written written, Faults faults, Optional<String> alert) {
            var words = words();
            if (registrar.mode() == RegistrationMode.CLOSED)
                return pages.notice(403, frame, words.closed(), words.closedAdvice());
            var view = new RegisterView(
                    frame,
                    words,
                    SignInWords.WORDS.in(frame.frame().language()).toContinueTo(),
                    errand,
                    minimumLength,
                    registrar.mode() == RegistrationMode.INVITE,
                    written,
                    faults,
                    alert);
            return pages.answer(status, frame, errand, REGISTER, view);
        }
    }
}
