package dev.gatehouse.signin;

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

/// The page on which people say with which account they go on.
public final class ChoosePages {

    private static final String PATH = "/choose-account";
    private static final Template<StandingView> CHOOSE = JtechooseGenerated::render;

    private final BrowserCookie browser;
    private final Errands errands;
    private final Pages pages;

    public ChoosePages(BrowserCookie browser, Errands errands, Pages pages) {
        this.browser = browser;
        this.errands = errands;
        this.pages = pages;
    }

    /// @param account the one that the page showed: another may have signed in since, in another tab
    @IgnoreUnknown
    record Choice(@Size(max = 200) String ticket, UUID account) {}

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
                .takesForm(Choice.class)
                .fromOwnPages(pages.tokens(), pages.visit())
                .answersPage(400)
                .redirects()
                .to(this::choose);
    }

    private Answer<Page> show(Call<AddressView, None, None> call) {
        var errand = call.parameters().ticket().flatMap(errands::findForClient);
        if (errand.isEmpty()) return pages.tooLate(call.request());
        return browser.standing(call.request())
                .map(standing -> form(call, errand.get(), standing))
                .orElseGet(() -> Pages.resume(call.request(), errand.get()));
    }

    private Answer<Page> form(Call<AddressView, None, None> call, Errand.ForClient errand, Standing standing) {
        var locales = errand.ticket().parameter("ui_locales");
        var frame = pages.frame(call.request(), call.parameters().language(), locales);
        var view = new StandingView(
                frame,
                SignInWords.WORDS.in(frame.frame().language()),
                PATH,
                Optional.of(errand.ticket().id()),
                Optional.of(errand.clientName()),
                Optional.of(standing.account()));
        return pages.answer(200, frame, Optional.of(errand), CHOOSE, view);
    }

    private Answer<Page> choose(Call<None, Choice, None> call) {
        var errand = errands.findForClient(call.body().ticket());
        if (errand.isEmpty()) return pages.tooLate(call.request());
        var ticket = errand.get().ticket();
        var standing = browser.standing(call.request());
        if (standing.isEmpty()) return Pages.resume(call.request(), errand.get());
        if (!standing.get().account().id().equals(call.body().account()))
            return Answer.redirect(Pages.path(call.request(), PATH + "?ticket=" + ticket.id()));
        errands.choose(ticket, standing.get().session().id());
        return Pages.resume(call.request(), errand.get());
    }
}
