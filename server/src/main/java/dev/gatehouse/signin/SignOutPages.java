package dev.gatehouse.signin;

import dev.gatehouse.account.Account;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.page.AddressView;
import dev.gatehouse.page.Pages;
import dev.gatehouse.session.BrowserCookie;
import dev.gatehouse.session.Sessions;
import dev.gatehouse.session.Standing;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.None;
import dev.gatehouse.web.Page;
import dev.gatehouse.web.Template;
import dev.gatehouse.web.shape.IgnoreUnknown;
import java.util.Optional;

/// The page on which people sign out of this browser. It asks: a link on some other site must not do it.
public final class SignOutPages {

    private static final String PATH = "/sign-out";
    private static final Template<StandingView> SIGN_OUT = JtesignoutGenerated::render;

    private final Sessions sessions;
    private final BrowserCookie browser;
    private final Pages pages;

    public SignOutPages(Sessions sessions, BrowserCookie browser, Pages pages) {
        this.sessions = sessions;
        this.browser = browser;
        this.pages = pages;
    }

    @IgnoreUnknown
    record SignOutForm() {}

    public void mount(Api api) {
        var site = api.errorsAs(pages.errors());
        site.get(PATH).hidden().parameters(AddressView.class).answersPage().to(this::ask);
        site.post(PATH)
                .hidden()
                .takesForm(SignOutForm.class)
                .fromOwnPages(pages.tokens(), pages.visit())
                .redirects()
                .to(this::signOut);
    }

    private Answer<Page> ask(Call<AddressView, None, None> call) {
        var frame = pages.frame(call.request(), call.parameters().language(), Optional.empty());
        var words = SignInWords.WORDS.in(frame.frame().language());
        Optional<Account> account = browser.standing(call.request()).map(Standing::account);
        return pages.answer(
                200,
                frame,
                SIGN_OUT,
                new StandingView(frame, words, PATH, Optional.empty(), Optional.empty(), account));
    }

    private Answer<None> signOut(Call<None, SignOutForm, None> call) {
        browser.standing(call.request()).ifPresent(standing -> {
            var account = standing.account();
            var origin = Origin.of(call.remoteAddress(), call.requestId()).actingAs(account.subject());
            sessions.end(account, standing.session().id(), origin);
        });
        return Answer.<None>redirect(Pages.path(call.request(), PATH)).header(browser.gone());
    }
}
