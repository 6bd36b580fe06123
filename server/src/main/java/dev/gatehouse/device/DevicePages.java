package dev.gatehouse.device;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.client.Client;
import dev.gatehouse.client.Clients;
import dev.gatehouse.consent.ConsentWords;
import dev.gatehouse.consent.ScopeView;
import dev.gatehouse.page.AddressView;
import dev.gatehouse.page.Errand;
import dev.gatehouse.page.Errands;
import dev.gatehouse.page.FrameView;
import dev.gatehouse.page.Pages;
import dev.gatehouse.page.WaitWords;
import dev.gatehouse.session.BrowserCookie;
import dev.gatehouse.session.Standing;
import dev.gatehouse.session.Ticket;
import dev.gatehouse.session.Tickets;
import dev.gatehouse.tenant.Tenant;
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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// The pages on which people type in the code that a device shows, and say whether it gets what it asks for.
///
/// Whether a code is right is told to those only who have signed in, so that every guess has an account to count it
/// against. Everybody is asked, also for clients of our own and for what was allowed before: the code may be
/// somebody else's, who sent it on.
///
/// @spec https://www.rfc-editor.org/rfc/rfc8628#section-3.3 RFC 8628 §3.3, §5.1, §5.4
public final class DevicePages {

    static final String PATH = "/device";
    static final String CONFIRM = "/device/confirm";

    private static final String USER_CODE = "user_code";
    private static final Template<CodeView> CODE = JtecodeGenerated::render;
    private static final Template<ConfirmView> CONFIRMATION = JteconfirmGenerated::render;

    private final DeviceCodes codes;
    private final Clients clients;
    private final BrowserCookie browser;
    private final Tickets tickets;
    private final Errands errands;
    private final Pages pages;

    public DevicePages(
            DeviceCodes codes, Clients clients, BrowserCookie browser, Tickets tickets, Errands errands, Pages pages) {
        this.codes = codes;
        this.clients = clients;
        this.browser = browser;
        this.tickets = tickets;
        this.errands = errands;
        this.pages = pages;
    }

    /// @param userCode brought by a link, as `verification_uri_complete` is one
    @IgnoreUnknown
    @EmptyIsAbsent
    record DeviceAddress(Optional<@Size(max = 50) String> userCode, Optional<@Size(max = 20) String> language) {}

    @IgnoreUnknown
    record CodeForm(@NotBlank @Size(max = 50) String userCode) {}

    enum Decision {
        ALLOW,
        DENY
    }

    /// @param account who the page said was asked: in another tab somebody else may have signed in since
    @IgnoreUnknown
    record DecisionForm(@Size(max = 200) String ticket, UUID account, Decision decision) {}

    public void mount(Api api) {
        var site = api.errorsAs(pages.errors());
        site.get(PATH).hidden().parameters(DeviceAddress.class).answersPage().to(this::ask);
        site.post(PATH)
                .hidden()
                .takesForm(CodeForm.class)
                .fromOwnPages(pages.tokens(), pages.visit())
                .answersPage(400)
                .redirects()
                .whenInvalid(this::again)
                .to(this::take);
        site.get(CONFIRM)
                .hidden()
                .parameters(AddressView.class)
                .answersPage(400, 429)
                .redirects()
                .to(this::show);
        site.post(CONFIRM)
                .hidden()
                .takesForm(DecisionForm.class)
                .fromOwnPages(pages.tokens(), pages.visit())
                .answersPage(400, 429)
                .redirects()
                .to(this::decide);
    }

    private Answer<Page> ask(Call<DeviceAddress, None, None> call) {
        var brought = call.parameters().userCode().flatMap(UserCode::read);
        var frame = pages.frame(call.request(), call.parameters().language(), Optional.empty());
        return code(200, frame, brought.map(UserCode::shown).orElse(""), brought.isPresent(), Optional.empty());
    }

    private Answer<Page> again(Rejected rejected) {
        return malformed(rejected.request(), rejected.sent().only(USER_CODE).orElse(""));
    }

    private Answer<Page> take(Call<None, CodeForm, None> call) {
        var typed = call.body().userCode();
        return UserCode.read(typed)
                .<Answer<Page>>map(code -> {
                    var request = USER_CODE + "=" + code.letters();
                    var ticket = tickets.open(Tenant.MAIN, Ticket.Purpose.DEVICE, request);
                    return Answer.redirect(Pages.path(call.request(), CONFIRM + "?ticket=" + ticket));
                })
                .orElseGet(() -> malformed(call.request(), typed));
    }

    private Answer<Page> show(Call<AddressView, None, None> call) {
        var address = call.parameters();
        return address.ticket()
                .flatMap(errands::findForDevice)
                .map(errand -> browser.standing(call.request())
                        .map(standing -> look(call, errand, standing, address.language()))
                        .orElseGet(() -> signIn(call.request(), errand)))
                .orElseGet(() -> pages.tooLate(call.request()));
    }

    private Answer<Page> decide(Call<None, DecisionForm, None> call) {
        var form = call.body();
        var errand = errands.findForDevice(form.ticket());
        if (errand.isEmpty()) return pages.tooLate(call.request());
        var standing = browser.standing(call.request())
                .filter(person -> person.account().id().equals(form.account()));
        return standing.isPresent()
                ? decide(call, errand.get(), standing.get())
                : Pages.resume(call.request(), errand.get());
    }

    private Answer<Page> look(
            Call<?, ?, None> call, Errand.ForDevice errand, Standing standing, Optional<String> language) {
        var typed = typed(errand);
        var frame = pages.frame(call.request(), language, Optional.empty());
        return switch (codes.look(standing, typed, origin(call, standing))) {
            case TypedCode.Waiting(var code) ->
                clients.find(code.tenantId(), code.clientId())
                        .map(client -> confirmation(frame, errand, standing, client, code))
                        .orElseGet(() -> refused(frame, typed, DeviceWords::unknown));
            case TypedCode.Unknown() -> refused(frame, typed, DeviceWords::unknown);
            case TypedCode.Expired() -> refused(frame, typed, DeviceWords::expired);
            case TypedCode.Decided() -> refused(frame, typed, DeviceWords::decided);
            case TypedCode.Throttled(var wait) ->
                code(429, frame, typed.shown(), false, Optional.of(words -> words.throttled(wait)))
                        .header("Retry-After", Long.toString(WaitWords.seconds(wait)));
        };
    }

    private Answer<Page> decide(Call<None, DecisionForm, None> call, Errand.ForDevice errand, Standing standing) {
        var typed = typed(errand);
        var origin = origin(call, standing);
        if (!(codes.look(standing, typed, origin) instanceof TypedCode.Waiting(var code)))
            return Pages.resume(call.request(), errand);
        var client = clients.find(code.tenantId(), code.clientId());
        if (client.isEmpty()) return Pages.resume(call.request(), errand);
        var isAllowed = call.body().decision() == Decision.ALLOW;
        var isFirst =
                isAllowed ? codes.allow(standing, client.get(), code, origin) : codes.deny(standing, code, origin);
        return isFirst ? done(call.request(), client.get(), isAllowed) : Pages.resume(call.request(), errand);
    }

    private Answer<Page> confirmation(
            FrameView frame, Errand.ForDevice errand, Standing standing, Client client, DeviceCode code) {
        var language = frame.frame().language();
        var consent = ConsentWords.WORDS.in(language);
        var view = new ConfirmView(
                frame,
                DeviceWords.WORDS.in(language),
                consent,
                errand.ticket().id(),
                client.profile().name(),
                client.profile().links(),
                typed(errand).shown(),
                standing.account(),
                ScopeView.of(code.scopes(), consent));
        return pages.answer(200, frame, CONFIRMATION, view);
    }

    private Answer<Page> done(Request request, Client client, boolean isAllowed) {
        var frame = pages.frame(request, Optional.empty(), Optional.empty());
        var words = DeviceWords.WORDS.in(frame.frame().language());
        var name = client.profile().name();
        return isAllowed
                ? pages.notice(200, frame, words.allowedTitle(), words.allowed(name))
                : pages.notice(200, frame, words.deniedTitle(), words.denied(name));
    }

    private Answer<Page> malformed(Request request, String typed) {
        var frame = pages.frame(request, Optional.empty(), Optional.empty());
        return code(400, frame, typed, false, Optional.of(DeviceWords::malformed));
    }

    private Answer<Page> refused(FrameView frame, UserCode typed, Function<DeviceWords, String> alert) {
        return code(400, frame, typed.shown(), false, Optional.of(alert));
    }

    private Answer<Page> code(
            int status,
            FrameView frame,
            String typed,
            boolean isBrought,
            Optional<Function<DeviceWords, String>> alert) {
        var words = DeviceWords.WORDS.in(frame.frame().language());
        var view = new CodeView(frame, words, typed, isBrought, alert.map(text -> text.apply(words)));
        return pages.answer(status, frame, CODE, view);
    }

    private static Answer<Page> signIn(Request request, Errand.ForDevice errand) {
        return Answer.redirect(
                Pages.path(request, "/sign-in?ticket=" + errand.ticket().id()));
    }

    /// It was read before the ticket was opened.
    private static UserCode typed(Errand.ForDevice errand) {
        return errand.ticket().parameter(USER_CODE).map(UserCode::new).orElseThrow();
    }

    private static Origin origin(Call<?, ?, None> call, Standing standing) {
        return Origin.of(call.remoteAddress(), call.requestId())
                .actingAs(standing.account().subject());
    }
}
