package dev.gatehouse.web;

import dev.gatehouse.web.language.Plural;
import dev.gatehouse.web.language.Words;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A site for people: pages in two languages, a form, files, error pages.
final class Inn {
    static final ProblemType NO_ROOM = ProblemType.conflict("no-room", "The inn is full");
    static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    static final Words<WelcomeWords> WORDS = new Words<>(new English(), new Russian());
    static final Template<Welcome> WELCOME = JtewelcomeGenerated::render;
    static final Template<TroublePage> TROUBLE = JtetroubleGenerated::render;

    final Cookie ticket;
    final FormTokens tokens = new FormTokens(KEY);
    final Languages languages;
    final Assets assets = new Assets()
            .file("guests.css", "/dev/gatehouse/web/guests.css")
            .webJar("htmx.js", "org.webjars.npm", "htmx.org", "dist/htmx.min.js");

    Inn(URI publicUrl) {
        ticket = Cookie.of("ticket", Cookie.SameSite.LAX, publicUrl);
        languages = new Languages(Cookie.of("language", Cookie.SameSite.LAX, publicUrl));
    }

    interface WelcomeWords {
        String title();

        String greeting(String name);

        String roomsLeft(int count);

        String name();

        String book();
    }

    record English() implements WelcomeWords {
        @Override
        public String title() {
            return "The inn";
        }

        @Override
        public String greeting(String name) {
            return "Welcome, " + name;
        }

        @Override
        public String roomsLeft(int count) {
            return count + " " + Plural.english(count, "room", "rooms") + " left";
        }

        @Override
        public String name() {
            return "Name";
        }

        @Override
        public String book() {
            return "Book";
        }
    }

    record Russian() implements WelcomeWords {
        @Override
        public String title() {
            return "Гостиница";
        }

        @Override
        public String greeting(String name) {
            return "Здравствуйте, " + name;
        }

        @Override
        public String roomsLeft(int count) {
            return "Осталось " + count + " " + Plural.russian(count, "комната", "комнаты", "комнат");
        }

        @Override
        public String name() {
            return "Имя";
        }

        @Override
        public String book() {
            return "Забронировать";
        }
    }

    record Welcome(PageFrame frame, WelcomeWords words, String name, int left, String home, String csrf) {}

    record TroublePage(PageFrame frame, ErrorPage error) {
        String title() {
            return error.title(frame.language());
        }
    }

    record Visit(Optional<String> name, Optional<String> home, Optional<String> uiLocales) {}

    record Booking(@Size(max = 20) String guestName) {}

    ErrorFormat errorPages() {
        return ErrorFormat.page((request, error) ->
                Page.of(TROUBLE, new TroublePage(new PageFrame(languages.of(request), request, assets), error)));
    }

    void mount(Api api) {
        var site = api.errorsAs(errorPages());
        site.get("/welcome")
                .hidden()
                .parameters(Visit.class)
                .answersPage()
                .to(call -> Answer.of(Page.of(WELCOME, welcome(call.request(), call.parameters())))
                        .header(ticket.holding("t1")));
        site.get("/leaving")
                .answersPage()
                .to(call -> Answer.of(Page.of(
                                WELCOME,
                                welcome(
                                        call.request(),
                                        new Visit(Optional.empty(), Optional.empty(), Optional.empty())))
                        .sendingFormsTo(URI.create("https://client.example:8443/callback?x=1"))
                        .sendingFormsTo(URI.create("com.example.app:/callback"))
                        .framing(URI.create("https://other.example/logout"))
                        .running("alert(1)")
                        .inPopup()));
        site.post("/book")
                .hidden()
                .takesForm(Booking.class)
                .fromOwnPages(tokens, ticket)
                .answersPage(400)
                .redirects()
                .refuses(NO_ROOM)
                .whenInvalid(this::bookAgain)
                .to(this::book);
        site.get("/broken")
                .hidden()
                .answersPage()
                .to(call -> Answer.page(
                        (out, _, _) -> {
                            out.writeContent("<p>half of it");
                            throw new IllegalStateException("the secret is hunter2");
                        },
                        None.NONE));
    }

    private Answer<Page> book(Call<None, Booking, None> call) {
        if (call.body().guestName().equals("full")) return Answer.refused(NO_ROOM, "Try the barn.");
        return Answer.redirect(URI.create("/welcome"));
    }

    private Answer<Page> bookAgain(Rejected rejected) {
        var name = rejected.hasFaultIn("guest_name") ? rejected.sent().only("guest_name") : Optional.of("?");
        return Answer.page(
                400, WELCOME, welcome(rejected.request(), new Visit(name, Optional.empty(), Optional.empty())));
    }

    private Welcome welcome(Request request, Visit visit) {
        var language = languages.of(request, visit.uiLocales());
        return new Welcome(
                new PageFrame(language, request, assets),
                WORDS.in(language),
                visit.name().orElse("stranger"),
                2,
                visit.home().orElse("/"),
                tokens.of(ticket.of(request).orElse("t1")));
    }

    static Server open(String... publicUrl) {
        var url = URI.create(publicUrl.length == 0 ? "http://localhost:8080" : publicUrl[0]);
        var inn = new Inn(url);
        return Server.builder()
                .port(0)
                .publicUrl(url)
                .maxBodyBytes(2000)
                .assets(inn.assets)
                .errorPages(inn.errorPages())
                .mount(inn::mount)
                .mount(api -> api.get("/v1/rooms").answers(204).to(_ -> Answer.empty()))
                .start();
    }
}
