package dev.gatehouse.authorize;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.authorize.RequestReader.Reading;
import dev.gatehouse.claims.Subjects;
import dev.gatehouse.client.ErrorDescription;
import dev.gatehouse.consent.Consent;
import dev.gatehouse.consent.Consents;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.page.Pages;
import dev.gatehouse.session.BrowserCookie;
import dev.gatehouse.session.Standing;
import dev.gatehouse.session.Ticket;
import dev.gatehouse.session.Tickets;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.token.AuthorizationCodes;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.None;
import dev.gatehouse.web.Page;
import dev.gatehouse.web.Request;
import dev.gatehouse.web.Template;
import dev.gatehouse.web.shape.EmptyIsAbsent;
import dev.gatehouse.web.shape.IgnoreUnknown;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;

/// Where applications send people's browsers, and where the pages send them back to.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6749#section-3.1 RFC 6749 §3.1
/// @spec https://openid.net/specs/openid-connect-core-1_0.html#AuthorizationEndpoint OpenID Connect Core §3.1.2
public final class AuthorizationEndpoint {

    private static final Template<FormPostView> FORM_POST = JteformPostGenerated::render;

    private static final int SHOWN = 200;

    private final RequestReader reader;
    private final PushedRequests pushed;
    private final SignedResponses signed;
    private final AuthorizationCodes codes;
    private final BrowserCookie browser;
    private final Tickets tickets;
    private final Consents consents;
    private final Subjects subjects;
    private final Pages pages;
    private final Database database;
    private final String issuer;
    private final InstantSource clock;

    public AuthorizationEndpoint(
            RequestReader reader,
            PushedRequests pushed,
            SignedResponses signed,
            AuthorizationCodes codes,
            BrowserCookie browser,
            Tickets tickets,
            Consents consents,
            Subjects subjects,
            Pages pages,
            Database database,
            String issuer,
            InstantSource clock) {
        this.reader = reader;
        this.pushed = pushed;
        this.signed = signed;
        this.codes = codes;
        this.browser = browser;
        this.tickets = tickets;
        this.consents = consents;
        this.subjects = subjects;
        this.pages = pages;
        this.database = database;
        this.issuer = issuer;
        this.clock = clock;
    }

    @IgnoreUnknown
    @EmptyIsAbsent
    record Resumed(Optional<@Size(max = 200) String> ticket) {}

    public void mount(Api api) {
        var site = api.errorsAs(pages.errors());
        site.getOrPost("/oauth2/authorize")
                .tag("OAuth 2")
                .summary("Ask a person for leave")
                .takesForm(ParametersView.class)
                .answersPage(400)
                .redirects()
                .to(this::begin);
        site.get("/oauth2/authorize/resume")
                .hidden()
                .parameters(Resumed.class)
                .answersPage(400)
                .redirects()
                .to(this::resume);
    }

    private Answer<Page> begin(Call<None, ParametersView, None> call) {
        var sent = call.body().parameters();
        return answer(call, reader.read(sent), sent, Optional.empty());
    }

    private Answer<Page> resume(Call<Resumed, None, None> call) {
        return call.parameters()
                .ticket()
                .flatMap(id -> tickets.find(Tenant.MAIN, id))
                .filter(ticket -> ticket.purpose() == Ticket.Purpose.AUTHORIZATION)
                .map(ticket -> goOn(call, ticket))
                .orElseGet(() -> pages.tooLate(call.request()));
    }

    private Answer<Page> goOn(Call<?, ?, None> call, Ticket ticket) {
        var kept = Delivery.parse(ticket.request());
        return answer(call, reader.readAgain(kept), kept.parameters(), Optional.of(ticket));
    }

    /// @param ticket empty for a request that has just come
    private Answer<Page> answer(
            Call<?, ?, None> call, Reading reading, RequestParameters parameters, Optional<Ticket> ticket) {
        return switch (reading) {
            case Reading.Unanswerable problem -> explain(call.request(), parameters, problem);
            case Reading.Broken(var replyTo, var objection) ->
                send(call.request(), AuthorizationResponse.error(replyTo, issuer, objection.error(), objection.why()));
            case Reading.InOrder(var request) -> goOn(call, request, ticket);
        };
    }

    private Answer<Page> goOn(Call<?, ?, None> call, AuthorizationRequest request, Optional<Ticket> ticket) {
        var step = NextStep.decide(request, known(call.request(), request, ticket));
        return switch (step) {
            case NextStep.SignIn _ -> show(call.request(), "/sign-in", request, ticket);
            case NextStep.Register _ -> show(call.request(), "/register", request, ticket);
            case NextStep.ChooseAccount _ -> show(call.request(), "/choose-account", request, ticket);
            case NextStep.AskConsent _ -> show(call.request(), "/consent", request, ticket);
            case NextStep.Refuse(var error, var why) ->
                close(request, ticket)
                        ? send(call.request(), AuthorizationResponse.error(request.replyTo(), issuer, error, why))
                        : pages.tooLate(call.request());
            case NextStep.Respond(var standing) ->
                close(request, ticket) ? respond(call, request, standing) : pages.tooLate(call.request());
        };
    }

    private NextStep.Known known(Request http, AuthorizationRequest request, Optional<Ticket> ticket) {
        var standing = browser.standing(http);
        return new NextStep.Known(
                standing,
                standing.map(
                        person -> subjects.of(request.client(), person.account().id())),
                ticket.map(kept -> new Progress(kept.openedAt(), kept.chosen(), kept.isDenied())),
                standing.flatMap(person -> consentedAt(person, request)),
                clock.instant());
    }

    private Optional<Instant> consentedAt(Standing standing, AuthorizationRequest request) {
        var account = standing.account();
        return consents.find(account.tenantId(), account.id(), request.client().id())
                .filter(consent -> consent.covers(request.consentScopes()))
                .map(Consent::givenAt);
    }

    private Answer<Page> respond(Call<?, ?, None> call, AuthorizationRequest request, Standing standing) {
        var origin = Origin.of(call.remoteAddress(), call.requestId())
                .actingAs(standing.account().subject());
        var code = codes.issue(standing, request.allowed(), origin);
        return send(call.request(), AuthorizationResponse.code(request.replyTo(), issuer, code));
    }

    /// Of many tabs that go on with one ticket at once, or came with one pushed request, one gets an answer.
    private boolean close(AuthorizationRequest request, Optional<Ticket> ticket) {
        var reference = request.delivery().reference();
        if (ticket.isEmpty() && reference.isEmpty()) return true;
        return database.<Boolean>write(tx -> ticket.stream().allMatch(kept -> tickets.close(tx, Tenant.MAIN, kept.id()))
                && reference.stream().allMatch(digest -> pushed.spend(tx, digest)));
    }

    /// The same ticket through all pages of one request.
    private Answer<Page> show(Request http, String path, AuthorizationRequest request, Optional<Ticket> ticket) {
        var id = ticket.map(Ticket::id)
                .orElseGet(() -> tickets.open(Tenant.MAIN, Ticket.Purpose.AUTHORIZATION, request.query()));
        return Answer.redirect(Pages.path(http, path + "?ticket=" + id));
    }

    private Answer<Page> send(Request http, AuthorizationResponse told) {
        var response = signed.sign(told);
        return response.replyTo().mode().isForm()
                ? formPost(http, response)
                : Answer.<Page>redirect(response.address()).header("Cache-Control", "no-store");
    }

    private Answer<Page> formPost(Request http, AuthorizationResponse response) {
        var target = response.replyTo().redirectUri();
        var frame = pages.frame(http, Optional.empty(), Optional.empty());
        var words = AuthorizationWords.WORDS.in(frame.frame().language());
        var view = new FormPostView(frame, words, target, response.parameters());
        return Answer.of(Page.of(FORM_POST, view)
                .sendingFormsTo(URI.create(target))
                .running(FormPostView.SCRIPT)
                .inPopup());
    }

    /// Says to the person that it is the application's fault, and to its developers what it is. Of what came only
    /// names are shown that say nothing by themselves.
    private Answer<Page> explain(Request http, RequestParameters parameters, Reading.Unanswerable problem) {
        var frame = pages.frame(http, Optional.empty(), parameters.only("ui_locales"));
        var words = AuthorizationWords.WORDS.in(frame.frame().language());
        var details = new LinkedHashMap<String, String>();
        details.put("error", problem.objection().error());
        details.put("error_description", ErrorDescription.of(problem.objection().why()));
        problem.client().ifPresent(client -> details.put("client_id", client.id()));
        parameters.only("redirect_uri").ifPresent(uri -> details.put("redirect_uri", shortened(uri)));
        var links = problem.client().map(client -> client.profile().links());
        return pages.mistake(frame, words.cannotGoOn(), words.why(problem.reason()), details, links);
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
