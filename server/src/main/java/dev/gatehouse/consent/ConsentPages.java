package dev.gatehouse.consent;

import dev.gatehouse.account.Account;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.page.AddressView;
import dev.gatehouse.page.Errand;
import dev.gatehouse.page.StepPages;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.None;
import dev.gatehouse.web.Page;
import dev.gatehouse.web.Template;
import dev.gatehouse.web.shape.IgnoreUnknown;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/// The page on which people allow an application what it asks for, or do not.
///
/// Whether they need to be asked is for room `authorize` to say.
///
/// @spec https://openid.net/specs/openid-connect-core-1_0.html#Consent OpenID Connect Core §3.1.2.4
public final class ConsentPages {

    private static final String PATH = "/consent";
    private static final Template<ConsentView> CONSENT = JteconsentGenerated::render;

    private final Consents consents;
    private final StepPages steps;

    public ConsentPages(Consents consents, StepPages steps) {
        this.consents = consents;
        this.steps = steps;
    }

    enum Decision {
        ALLOW,
        DENY
    }

    /// @param account who the page said was asked
    @IgnoreUnknown
    record ConsentForm(@Size(max = 200) String ticket, UUID account, Decision decision) {}

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
                .takesForm(ConsentForm.class)
                .fromOwnPages(steps.pages().tokens(), steps.pages().visit())
                .answersPage(400)
                .redirects()
                .to(this::decide);
    }

    private Answer<Page> show(Call<AddressView, None, None> call) {
        return steps.show(call, (errand, standing) -> ask(call, errand, standing.account()));
    }

    private Answer<Page> ask(Call<AddressView, None, None> call, Errand.ForClient errand, Account account) {
        var frame = steps.frame(call, errand);
        var words = ConsentWords.WORDS.in(frame.frame().language());
        var scopes = ScopeView.of(errand.ticket().scopes(), words);
        var links = errand.client().profile().links();
        var view = new ConsentView(frame, words, errand.ticket().id(), errand.clientName(), links, account, scopes);
        return steps.answer(frame, errand, CONSENT, view);
    }

    private Answer<Page> decide(Call<None, ConsentForm, None> call) {
        var form = call.body();
        return steps.take(
                call.request(),
                PATH,
                form.ticket(),
                form.account(),
                (errand, standing) -> note(call, errand, standing.account()));
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
            case DENY -> steps.errands().deny(errand.ticket());
        }
    }
}
