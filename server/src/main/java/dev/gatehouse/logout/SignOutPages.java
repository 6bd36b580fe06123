package dev.gatehouse.logout;

import dev.gatehouse.account.Account;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.client.Client;
import dev.gatehouse.logout.LogoutReader.Reading;
import dev.gatehouse.page.AddressView;
import dev.gatehouse.page.FrameView;
import dev.gatehouse.page.Pages;
import dev.gatehouse.session.BrowserCookie;
import dev.gatehouse.session.Standing;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.None;
import dev.gatehouse.web.Page;
import dev.gatehouse.web.Template;
import dev.gatehouse.web.shape.EmptyIsAbsent;
import dev.gatehouse.web.shape.IgnoreUnknown;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/// The page on which people sign out of this browser. It asks: a link on some other site must not do it.
final class SignOutPages {

    private static final String PATH = "/sign-out";
    private static final Template<SignOutView> SIGN_OUT = JtesignoutGenerated::render;
    private static final Template<CannotView> CANNOT = JtecannotGenerated::render;

    private final LogoutReader reader;
    private final SignOut signOut;
    private final SignedOutPages signedOut;
    private final BrowserCookie browser;
    private final Pages pages;

    SignOutPages(LogoutReader reader, SignOut signOut, BrowserCookie browser, Pages pages) {
        this.reader = reader;
        this.signOut = signOut;
        this.signedOut = new SignedOutPages(browser, pages);
        this.browser = browser;
        this.pages = pages;
    }

    /// What the page brought along of the request of an application. It is judged once more.
    @IgnoreUnknown
    @EmptyIsAbsent
    record SignOutForm(
            Optional<@Size(max = 200) String> clientId,
            Optional<@Size(max = 2_000) String> postLogoutRedirectUri,
            Optional<@Size(max = 4_000) String> state,
            Optional<@Size(max = 500) String> uiLocales) {

        LogoutRequest request() {
            return new LogoutRequest(Optional.empty(), clientId, postLogoutRedirectUri, state, uiLocales);
        }
    }

    void mount(Api api) {
        var site = api.errorsAs(pages.errors());
        site.get(PATH).hidden().parameters(AddressView.class).answersPage().to(this::show);
        site.post(PATH)
                .hidden()
                .takesForm(SignOutForm.class)
                .fromOwnPages(pages.tokens(), pages.visit())
                .answersPage(400)
                .redirects()
                .to(this::signOut);
    }

    private Answer<Page> show(Call<AddressView, None, None> call) {
        var frame = pages.frame(call.request(), call.parameters().language(), Optional.empty());
        var here = AddressView.here(frame, PATH, Optional.empty());
        return browser.standing(call.request())
                .map(standing -> ask(frame, here, standing.account(), Wish.OWN))
                .orElseGet(() -> signedOut.show(frame, here));
    }

    private Answer<Page> signOut(Call<None, SignOutForm, None> call) {
        var request = call.body().request();
        var frame = pages.frame(call.request(), Optional.empty(), request.uiLocales());
        return switch (reader.read(request)) {
            case Reading.Broken(var rule) -> cannot(frame, rule);
            case Reading.InOrder(var wish) -> end(call, frame, wish);
        };
    }

    /// Asks whoever is signed in.
    Answer<Page> ask(FrameView frame, String here, Account account, Wish wish) {
        var words = LogoutWords.WORDS.in(frame.frame().language());
        var name = wish.client().map(client -> client.profile().name());
        var kept = wish.client()
                .map(Client::id)
                .map(id -> wish.request().asked(id))
                .orElse(wish.request())
                .parameters();
        var page = Page.of(SIGN_OUT, new SignOutView(frame, words, here, account, name, kept));
        return pages.answer(
                200, frame, wish.next().map(page::sendingFormsTo).orElse(page).inPopup());
    }

    /// Ends the session of the browser that asks, if there is one, and says so.
    Answer<Page> end(Call<?, ?, None> call, FrameView frame, Wish wish) {
        var frames = browser.standing(call.request())
                .map(standing -> signOut.end(standing, origin(call, standing)))
                .orElse(List.of());
        return frames.isEmpty()
                ? Answer.<Page>redirect(wish.next().orElseGet(() -> Pages.path(call.request(), PATH)))
                        .header(browser.gone())
                : signedOut.telling(frame, frames, wish.next());
    }

    Answer<Page> cannot(FrameView frame, LogoutRules rule) {
        var words = LogoutWords.WORDS.in(frame.frame().language());
        return pages.answer(400, frame, CANNOT, new CannotView(frame, words, words.why(rule)));
    }

    private static Origin origin(Call<?, ?, None> call, Standing standing) {
        return Origin.of(call.remoteAddress(), call.requestId())
                .actingAs(standing.account().subject());
    }
}
