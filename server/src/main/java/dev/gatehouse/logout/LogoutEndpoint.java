package dev.gatehouse.logout;

import dev.gatehouse.client.Clients;
import dev.gatehouse.logout.LogoutReader.Reading;
import dev.gatehouse.page.FrameView;
import dev.gatehouse.page.Pages;
import dev.gatehouse.session.BrowserCookie;
import dev.gatehouse.session.Ticket;
import dev.gatehouse.session.Tickets;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.token.IdTokens;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.None;
import dev.gatehouse.web.Page;
import dev.gatehouse.web.shape.EmptyIsAbsent;
import dev.gatehouse.web.shape.IgnoreUnknown;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/// Where applications send people to sign out here as well.
///
/// @spec https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout RP-Initiated Logout §2
public final class LogoutEndpoint {

    private static final String PATH = "/oauth2/logout";

    private final LogoutReader reader;
    private final SignOutPages own;
    private final BrowserCookie browser;
    private final Tickets tickets;
    private final Pages pages;

    public LogoutEndpoint(
            Clients clients, IdTokens idTokens, SignOut signOut, BrowserCookie browser, Tickets tickets, Pages pages) {
        this.reader = new LogoutReader(clients, idTokens);
        this.own = new SignOutPages(reader, signOut, browser, pages);
        this.browser = browser;
        this.tickets = tickets;
        this.pages = pages;
    }

    /// @param language in which the person wants to read, when a link of ours asks for it
    @IgnoreUnknown
    @EmptyIsAbsent
    record LogoutForm(
            Optional<@Size(max = 9_000) String> idTokenHint,
            Optional<@Size(max = 500) String> logoutHint,
            Optional<@Size(max = 200) String> clientId,
            Optional<@Size(max = 2_000) String> postLogoutRedirectUri,
            Optional<@Size(max = 4_000) String> state,
            Optional<@Size(max = 500) String> uiLocales,
            Optional<@Size(max = 20) String> language) {

        LogoutRequest request() {
            return new LogoutRequest(idTokenHint, clientId, postLogoutRedirectUri, state, uiLocales);
        }
    }

    @IgnoreUnknown
    @EmptyIsAbsent
    record Resumed(Optional<@Size(max = 200) String> ticket) {}

    public void mount(Api api) {
        own.mount(api);
        var site = api.errorsAs(pages.errors());
        site.get(PATH)
                .tag("OpenID Connect")
                .summary("Sign a person out, also here")
                .parameters(LogoutForm.class)
                .answersPage(400)
                .redirects()
                .to(call -> judge(
                        call, call.parameters().request(), call.parameters().language()));
        site.post(PATH)
                .tag("OpenID Connect")
                .summary("The same for what is too long for an address")
                .takesForm(LogoutForm.class)
                .answersPage(400)
                .redirects()
                .to(this::keep);
        site.get(PATH + "/resume")
                .hidden()
                .parameters(Resumed.class)
                .answersPage(400)
                .redirects()
                .to(this::resume);
    }

    /// The session's cookie does not come with what another site posts. It does with the GET that follows.
    private Answer<Page> keep(Call<None, LogoutForm, None> call) {
        var request = call.body().request();
        return switch (reader.read(request)) {
            case Reading.Broken(var rule) ->
                own.cannot(frame(call, request, call.body().language()), rule);
            case Reading.InOrder _ ->
                Answer.redirect(Pages.path(
                        call.request(),
                        PATH + "/resume?ticket="
                                + tickets.open(Tenant.MAIN, Ticket.Purpose.SIGN_OUT, request.query())));
        };
    }

    private Answer<Page> resume(Call<Resumed, None, None> call) {
        return call.parameters()
                .ticket()
                .flatMap(id -> tickets.find(Tenant.MAIN, id))
                .filter(ticket -> ticket.purpose() == Ticket.Purpose.SIGN_OUT)
                .map(ticket -> judge(call, LogoutRequest.of(ticket), Optional.empty()))
                .orElseGet(() -> pages.tooLate(call.request()));
    }

    private Answer<Page> judge(Call<?, ?, None> call, LogoutRequest request, Optional<String> language) {
        var frame = frame(call, request, language);
        return switch (reader.read(request)) {
            case Reading.Broken(var rule) -> own.cannot(frame, rule);
            case Reading.InOrder(var wish) -> decide(call, frame, wish);
        };
    }

    /// §2: the person is asked, unless nobody is signed in or the client knows of this very session.
    private Answer<Page> decide(Call<?, ?, None> call, FrameView frame, Wish wish) {
        return browser.standing(call.request())
                .filter(standing -> !wish.isProvenFor(standing))
                .map(standing -> own.ask(frame, here(frame, wish), standing.account(), wish))
                .orElseGet(() -> own.end(call, frame, wish));
    }

    private FrameView frame(Call<?, ?, None> call, LogoutRequest request, Optional<String> language) {
        return pages.frame(call.request(), language, request.uiLocales());
    }

    private static String here(FrameView frame, Wish wish) {
        var query = wish.client()
                .map(client -> wish.request().asked(client.id()))
                .orElse(wish.request())
                .query();
        return frame.frame().path(PATH) + "?" + query + (query.isEmpty() ? "" : "&");
    }
}
