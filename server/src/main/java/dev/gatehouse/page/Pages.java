package dev.gatehouse.page;

import dev.gatehouse.client.ClientLinks;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Assets;
import dev.gatehouse.web.Cookie;
import dev.gatehouse.web.ErrorFormat;
import dev.gatehouse.web.ErrorPage;
import dev.gatehouse.web.FormTokens;
import dev.gatehouse.web.Languages;
import dev.gatehouse.web.None;
import dev.gatehouse.web.Page;
import dev.gatehouse.web.PageFrame;
import dev.gatehouse.web.Request;
import dev.gatehouse.web.Template;
import dev.gatehouse.web.language.Language;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// What all pages share. It makes frames for them and puts on an answer what its frame promises: cookies.
///
/// Nothing here is read or loaded before somebody opens a page.
public final class Pages {

    private static final String RESOURCES = "/dev/gatehouse/page/";
    private static final Template<ErrorView> ERROR = JteerrorGenerated::render;

    private final Assets assets = new Assets()
            .file("style.css", RESOURCES + "style.css")
            .file("page.js", RESOURCES + "page.js")
            .file("icon.svg", RESOURCES + "icon.svg");
    private final FormTokens tokens;
    private final VisitCookie visit;
    private final Languages languages;

    /// @param formKey 32 bytes, the same on every node
    /// @param publicUrl where browsers reach this server
    public Pages(byte[] formKey, URI publicUrl) {
        tokens = new FormTokens(formKey);
        visit = VisitCookie.at(publicUrl);
        languages = new Languages(Cookie.of("language", Cookie.SameSite.LAX, publicUrl));
    }

    public Assets assets() {
        return assets;
    }

    /// Proves forms to be ours, by the cookie below.
    public FormTokens tokens() {
        return tokens;
    }

    /// One for all tabs, before and after a sign-in: a form that stands in another tab stays good.
    public Cookie visit() {
        return visit.cookie();
    }

    /// A refusal or a fault as a page.
    public ErrorFormat errors() {
        return ErrorFormat.page(this::error);
    }

    /// The frame of a page.
    ///
    /// @param chosen the language that a link of ours asks for
    /// @param proposed languages that the client asks for on the person's behalf
    public FrameView frame(Request request, Optional<String> chosen, Optional<String> proposed) {
        var choice = chosen.flatMap(Language::of);
        var known = languages.cookie().of(request).flatMap(Language::of);
        var language = choice.or(() -> known).orElseGet(() -> languages.of(request, proposed));
        var present = visit.of(request);
        var value = present.orElseGet(VisitCookie::newValue);
        return new FrameView(
                new PageFrame(language, request, assets),
                FrameWords.WORDS.in(language),
                tokens.of(value),
                present.isPresent() ? Optional.empty() : Optional.of(visit.holding(value)),
                choice.map(languages::remember));
    }

    /// A page as an answer.
    public <M> Answer<Page> answer(int status, FrameView frame, Template<M> template, M model) {
        return answer(status, frame, Page.of(template, model));
    }

    /// A page on an errand. Its forms end at the application, and the application may have opened it in a window of
    /// its own.
    public <M> Answer<Page> answer(
            int status, FrameView frame, Optional<? extends Errand> errand, Template<M> template, M model) {
        var page = Page.of(template, model);
        var target = errand.flatMap(Errand::target);
        return answer(
                status, frame, target.map(page::sendingFormsTo).orElse(page).inPopup());
    }

    /// A page that may reach more than others.
    public Answer<Page> answer(int status, FrameView frame, Page page) {
        var answer = Answer.of(status, page);
        for (var cookie : frame.cookies()) answer = answer.header(cookie);
        return answer;
    }

    /// A page that only says something.
    public Answer<Page> notice(int status, FrameView frame, String title, String advice) {
        return answer(status, frame, ERROR, new ErrorView(frame, title, advice, false));
    }

    /// A page that says to a person that an application is wrong, and to its developers how.
    ///
    /// @param details by name
    public Answer<Page> mistake(
            FrameView frame, String title, String advice, Map<String, String> details, Optional<ClientLinks> links) {
        return answer(400, frame, ERROR, new ErrorView(frame, title, advice, details, links, false));
    }

    /// Our picture, for browsers that look for it where it has been since 1999.
    Answer<None> icon(Request request) {
        return Answer.redirect(URI.create(new PageFrame(Language.ENGLISH, request, assets).asset("icon.svg")));
    }

    /// For a ticket that is not good any more.
    public Answer<Page> tooLate(Request request) {
        var frame = frame(request, Optional.empty(), Optional.empty());
        return notice(400, frame, frame.words().tooLate(), frame.words().startAgain());
    }

    /// On to the next step of an errand, which the room decides that it came from.
    public static <T> Answer<T> resume(Request request, Errand errand) {
        return Answer.redirect(path(request, errand.onwards()));
    }

    /// The way to another page of ours. It goes without host, so it stays where the browser is.
    public static URI path(Request request, String pathAndQuery) {
        var url = URI.create(request.url(pathAndQuery));
        return URI.create(url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery()));
    }

    private Page error(Request request, ErrorPage error) {
        var frame = frame(request, Optional.empty(), Optional.empty());
        var language = frame.frame().language();
        return Page.of(ERROR, new ErrorView(frame, error.title(language), error.advice(language), true));
    }
}
