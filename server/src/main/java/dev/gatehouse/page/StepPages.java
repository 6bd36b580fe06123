package dev.gatehouse.page;

import dev.gatehouse.session.BrowserCookie;
import dev.gatehouse.session.Standing;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.None;
import dev.gatehouse.web.Page;
import dev.gatehouse.web.Request;
import dev.gatehouse.web.Template;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/// What those pages share on which whoever is signed in decides something on an errand. They are shown only while the
/// errand waits, and a decision is taken only from the person who was asked: in another tab somebody else may have
/// signed in since, who has decided nothing.
public record StepPages(Errands errands, BrowserCookie browser, Pages pages) {

    /// Shows a page, or sends the person to where the next step is decided when nobody is signed in.
    public Answer<Page> show(
            Call<AddressView, None, None> call, BiFunction<Errand.ForClient, Standing, Answer<Page>> page) {
        var errand = call.parameters().ticket().flatMap(errands::findForClient);
        if (errand.isEmpty()) return pages.tooLate(call.request());
        return browser.standing(call.request())
                .map(standing -> page.apply(errand.get(), standing))
                .orElseGet(() -> Pages.resume(call.request(), errand.get()));
    }

    /// Takes a decision, and goes on.
    ///
    /// @param path of the page, which is shown anew to somebody else
    /// @param asked the account that the page showed
    /// @param note keeps what was decided
    public Answer<Page> take(
            Request request, String path, String ticket, UUID asked, BiConsumer<Errand.ForClient, Standing> note) {
        var errand = errands.findForClient(ticket);
        if (errand.isEmpty()) return pages.tooLate(request);
        var standing = browser.standing(request);
        if (standing.filter(someone -> !someone.account().id().equals(asked)).isPresent())
            return Answer.redirect(Pages.path(request, path + "?ticket=" + ticket));
        standing.ifPresent(person -> note.accept(errand.get(), person));
        return Pages.resume(request, errand.get());
    }

    /// In the language that the person chose, or the client proposes.
    public FrameView frame(Call<AddressView, None, None> call, Errand.ForClient errand) {
        return pages.frame(
                call.request(), call.parameters().language(), errand.ticket().parameter("ui_locales"));
    }

    /// @see Pages#answer
    public <M> Answer<Page> answer(FrameView frame, Errand.ForClient errand, Template<M> template, M model) {
        return pages.answer(200, frame, Optional.of(errand), template, model);
    }
}
