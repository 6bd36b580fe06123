package dev.gatehouse.signin;

import dev.gatehouse.account.Registrar;
import dev.gatehouse.account.RegistrationMode;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.page.AddressView;
import dev.gatehouse.page.Errand;
import dev.gatehouse.page.Errands;
import dev.gatehouse.page.Pages;
import dev.gatehouse.page.WaitWords;
import dev.gatehouse.session.BrowserCookie;
import dev.gatehouse.session.Standing;
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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/// The page on which people sign in.
///
/// Whether an account exists shows in nothing: the same words, the same status, the same time.
public final class SignInPages {

    private static final Template<SignInView> SIGN_IN = JtesigninGenerated::render;
    private static final Template<StandingView> SIGNED_IN = JtesignedinGenerated::render;

    private final PasswordSignIn signIn;
    private final Registrar registrar;
    private final BrowserCookie browser;
    private final Errands errands;
    private final Pages pages;

    public SignInPages(
            PasswordSignIn signIn, Registrar registrar, BrowserCookie browser, Errands errands, Pages pages) {
        this.signIn = signIn;
        this.registrar = registrar;
        this.browser = browser;
        this.errands = errands;
        this.pages = pages;
    }

    @IgnoreUnknown
    @EmptyIsAbsent
    record SignInForm(
            Optional<@Size(max = 200) String> ticket,
            @NotBlank @Size(max = 254) String email,
            @NotBlank @Size(max = 1024) @Secret String password) {}

    public void mount(Api api) {
        var site = api.errorsAs(pages.errors());
        site.get("/sign-in")
                .hidden()
                .parameters(AddressView.class)
                .answersPage(400)
                .to(this::show);
        site.post("/sign-in")
                .hidden()
                .takesForm(SignInForm.class)
                .fromOwnPages(pages.tokens(), pages.visit())
                .answersPage(400, 403, 429, 503)
                .redirects()
                .whenInvalid(this::again)
                .to(this::signIn);
    }

    private Answer<Page> show(Call<AddressView, None, None> call) {
        var address = call.parameters();
        var errand = address.ticket().flatMap(errands::find);
        if (address.ticket().isPresent() && errand.isEmpty()) return pages.tooLate(call.request());
        var standing =
                browser.standing(call.request()).filter(_ -> address.another().isEmpty());
        return errand.isEmpty() && standing.isPresent()
                ? signedIn(call.request(), address.language(), standing.get())
                : form(200, call.request(), errand, address.language(), known(errand, standing), Optional.empty());
    }

    /// Who the application thinks it is, or who was here last.
    private static String known(Optional<Errand> errand, Optional<Standing> standing) {
        return errand.flatMap(known -> known.ticket().parameter("login_hint"))
                .or(() -> standing.map(known -> known.account().email()))
                .orElse("");
    }

    private Answer<Page> signedIn(Request request, Optional<String> language, Standing standing) {
        var frame = pages.frame(request, language, Optional.empty());
        var words = SignInWords.WORDS.in(frame.frame().language());
        var account = Optional.of(standing.account());
        return pages.answer(
                200,
                frame,
                SIGNED_IN,
                new StandingView(frame, words, "/sign-in", Optional.empty(), Optional.empty(), account));
    }

    private Answer<Page> signIn(Call<None, SignInForm, None> call) {
        var form = call.body();
        var errand = form.ticket().flatMap(errands::find);
        if (form.ticket().isPresent() && errand.isEmpty()) return pages.tooLate(call.request());
        var present = browser.standing(call.request()).map(Standing::session);
        var origin = Origin.of(call.remoteAddress(), call.requestId());
        return switch (signIn.signInBrowser(form.email(), form.password(), origin, call.userAgent(), present)) {
            case SignIn.SignedIn(var _, var secret) ->
                SignInPages.<Page>onwards(call.request(), errand).header(browser.holding(secret));
            case SignIn.WrongCredentials() -> refused(400, call, errand, SignInWords::wrongCredentials);
            case SignIn.Disabled() -> refused(403, call, errand, SignInWords::disabled);
            case SignIn.Throttled(var wait) ->
                refused(429, call, errand, words -> words.throttled(wait)).header("Retry-After", seconds(wait));
            case SignIn.Busy(var wait) ->
                refused(503, call, errand, SignInWords::busy).header("Retry-After", seconds(wait));
        };
    }

    static <T> Answer<T> onwards(Request request, Optional<Errand> errand) {
        return errand.<Answer<T>>map(known -> Pages.resume(request, known))
                .orElseGet(() -> Answer.redirect(Pages.path(request, "/sign-in")));
    }

    static String seconds(Duration wait) {
        return Long.toString(WaitWords.seconds(wait));
    }

    private Answer<Page> refused(
            int status,
            Call<None, SignInForm, None> call,
            Optional<Errand> errand,
            Function<SignInWords, String> alert) {
        return form(
                status, call.request(), errand, Optional.empty(), call.body().email(), Optional.of(alert));
    }

    private Answer<Page> again(Rejected rejected) {
        var ticket = rejected.sent().only("ticket").filter(id -> !id.isEmpty());
        var errand = ticket.flatMap(errands::find);
        if (ticket.isPresent() && errand.isEmpty()) return pages.tooLate(rejected.request());
        var email = rejected.sent().only("email").orElse("");
        return form(400, rejected.request(), errand, Optional.empty(), email, Optional.of(SignInWords::giveBoth));
    }

    private Answer<Page> form(
            int status,
            Request request,
            Optional<Errand> errand,
            Optional<String> language,
            String email,
            Optional<Function<SignInWords, String>> alert) {
        var frame = pages.frame(
                request, language, errand.flatMap(known -> known.ticket().parameter("ui_locales")));
        var words = SignInWords.WORDS.in(frame.frame().language());
        var view = new SignInView(
                frame,
                words,
                errand,
                email,
                alert.map(text -> text.apply(words)),
                registrar.mode() != RegistrationMode.CLOSED);
        return pages.answer(status, frame, errand, SIGN_IN, view);
    }
}
