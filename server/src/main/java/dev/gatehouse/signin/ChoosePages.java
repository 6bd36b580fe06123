package dev.gatehouse.signin;

import dev.gatehouse.page.AddressView;
import dev.gatehouse.page.Errand;
import dev.gatehouse.page.StepPages;
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

    private final StepPages steps;

    public ChoosePages(StepPages steps) {
        this.steps = steps;
    }

    /// @param account the one that the page showed
    @IgnoreUnknown
    record Choice(@Size(max = 200) String ticket, UUID account) {}

    public void mount(Api api) {
        var site = api.errorsAs(steps.pages().errors());
        site.get(PATH)
                .hidden()
                .parameters(AddressView.class)
                .answersPage(400)
                .redirects()
                .to(this::show);
        site.post(PATH)
                .hidden()
                .takesForm(Choice.class)
                .fromOwnPages(steps.pages().tokens(), steps.pages().visit())
                .answersPage(400)
                .redirects()
                .to(this::choose);
    }

    private Answer<Page> show(Call<AddressView, None, None> call) {
        return steps.show(call, (errand, standing) -> form(call, errand, standing));
    }

    private Answer<Page> form(Call<AddressView, None, None> call, Errand.ForClient errand, Standing standing) {
        var frame = steps.frame(call, errand);
        var view = new StandingView(
                frame,
                SignInWords.WORDS.in(frame.frame().language()),
                PATH,
                Optional.of(errand.ticket().id()),
                Optional.of(errand.clientName()),
                Optional.of(standing.account()));
        return steps.answer(frame, errand, CHOOSE, view);
    }

    private Answer<Page> choose(Call<None, Choice, None> call) {
        var choice = call.body();
        return steps.take(
                call.request(),
                PATH,
                choice.ticket(),
                choice.account(),
                (errand, standing) -> steps.errands()
                        .choose(errand.ticket(), standing.session().id()));
    }
}
