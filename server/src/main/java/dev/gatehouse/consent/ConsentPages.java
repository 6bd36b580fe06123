package dev.gatehouse.consent;

import dev.gatehouse.account.Account;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.page.AddressView;
import dev.gatehouse.page.Errand;
import dev.gatehouse.page.Errands;
import dev.gatehouse.page.Pages;
import dev.gatehouse.session.BrowserCookie;
import dev.gatehouse.session.Standing;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.None;
import dev.gatehouse.web.Page;
import dev.gatehouse.web.Template;
import dev.gatehouse.web.shape.IgnoreUnknown;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;

/// The page on which people allow an application what it asks for, or do not.
///
/// Whether they need to be asked is for room `authorize` to say; clients of our own are never asked for.
///
/// @spec https://openid.net/specs/openid-connect-core-1_0.html#Consent OpenID Connect Core §3.1.2.4
public final class ConsentPages {

    private static final String PATH = "/consent";
    private static final Template<ConsentView> CONSENT = JteconsentGenerated::render;

    private final Consents consents;
    private final BrowserCookie browser;
    private final Errands errands;
    private final Pages pages;

    public ConsentPages(Consents consents, BrowserCookie browser, Errands errands, Pages pages) {
        this.consents = consents;
        this.browser = browser;
        this.errands = errands;
        this.pages = pages;
    }

    enum Decision {
        ALLOW,
        DENY
    }

    /// @param account who the page said was asked: in another tab somebody else may have signed in since, who has
    /// agreed to nothing
    @IgnoreUnknown
    record ConsentForm(@Size(max = 200) String ticket, UUID account, Decision decision) {}

    public void mount(Api api) {
        var site = api.errorsAs(pages.errors());
        site.get(PATH)
                .hidden()
                .parameters(AddressView.class)
                .answersPage(400)
                .redirects()
                .to(this::show);
        site.post(PATH)
                .hidden()
                .takesForm(ConsentForm.class)
                .fromOwnPages(pages.tokens(), pages.visit())
                .answersPage(400)
                .redirects()
                .to(this::decide);
    }

    private Answer<Page> show(Call<AddressView, None, None> call) {
        var errand = call.parameters().ticket().flatMap(errands::findForClient);
        if (errand.isEmpty()) return pages.tooLate(call.request());
        var standing = browser.standing(call.request());
        var isAsked = !errand.get().client().profile().firstParty();
        return standing.isPresent() && isAsked
                ? ask(call, errand.get(), standing.get().account())
                : Pages.resume(call.request(), errand.get());
    }

    private Answer<Page> ask(Call<AddressView, None, None> call, Errand.ForClient errand, Account account) {
        var locales = errand.ticket().parameter("ui_locales");
        var frame = pages.frame(call.request(), call.parameters().language(), locales);
        var words = ConsentWords.WORDS.in(frame.frame().language());
        var scopes = ScopeView.of(errand.ticket().scopes(), words);
        var view = new ConsentView(frame, words, errand.ticket().id(), errand.clientName(), account, scopes);
        return pages.answer(200, frame, Optional.of(errand), CONSENT, view);
    }

    private Answer<Page> decide(Call<None, ConsentForm, None> call) {
        var form = call.body();
        var errand = errands.findForClient(form.ticket());
        if (errand.isEmpty()) return pages.tooLate(call.request());
        var account = browser.standing(call.request()).map(Standing::account);
        if (account.isPresent() && !account.get().id().equals(form.account()))
            return Answer.redirect(Pages.path(call.request(), PATH + "?ticket=" + form.ticket()));
        account.ifPresent(person -> note(call, errand.get(), person));
        return Pages.resume(call.request(), errand.get());
    }

    private void note(Call<None, ConsentForm, None> call, Errand.ForClient errand, Account person) {
        var origin = Origin.of(call.remoteAddress(), call.requestId()).actingAs(person.subject());
        switch (call.body().decision()) {
            case ALLOW ->
                consents.remember(
                        person.tenantId(),
                        person.id(),
                        errand.client().id(),
                        errand.ticket().scopes(),
                        origin);
            case DENY -> errands.deny(errand.ticket());
        }
    }
}
