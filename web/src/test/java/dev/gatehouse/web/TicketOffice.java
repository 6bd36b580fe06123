package dev.gatehouse.web;

import dev.gatehouse.web.shape.EmptyIsAbsent;
import dev.gatehouse.web.shape.IgnoreUnknown;
import dev.gatehouse.web.shape.Secret;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// An API in the manner of OAuth: forms, an error format of its own, redirects.
final class TicketOffice {
    static final ProblemType SOLD_OUT = ProblemType.badRequest("sold-out", "There is no seat left");
    static final ProblemType INVALID_AGENT = ProblemType.unauthorized("invalid-agent", "Who sells this?");

    @IgnoreUnknown
    @EmptyIsAbsent
    record TicketRequest(
            String showTime, @Max(4) int seats, Optional<@Size(max = 20) String> name, Optional<List<URI>> resource) {}

    record Ticket(String showTime, int seats, Optional<String> name, List<URI> resource) {}

    record Order(String show, @Secret @Size(max = 8) String code, Optional<List<String>> seat) {}

    record Trouble(String error, Optional<String> errorDescription) {}

    @IgnoreUnknown
    record Registered(String clientName) {}

    static final ErrorFormat TROUBLE = ErrorFormat.json(Trouble.class, TicketOffice::trouble);

    private static ErrorAnswer<Trouble> trouble(Denial denial) {
        int status = denial.isInvalidRequest() || denial.status() == 415 ? 400 : denial.status();
        var error = denial.isInvalidRequest()
                        || denial.status() < 500 && !denial.kind().contains("-")
                ? "invalid_request"
                : denial.kind().replace('-', '_').toLowerCase(Locale.ROOT);
        return ErrorAnswer.of(status, new Trouble(error, Optional.of(denial.detail())))
                .header("Pragma", "no-cache");
    }

    void mount(Api api) {
        var office = api.errorsAs(TROUBLE);
        office.post("/tickets")
                .summary("Buy")
                .takesForm(TicketRequest.class)
                .answers(200, Ticket.class)
                .refuses(SOLD_OUT, INVALID_AGENT)
                .to(call -> sell(call.body()));
        office.getOrPost("/door")
                .summary("Go in")
                .takesForm(TicketRequest.class)
                .answers(200, Ticket.class)
                .redirects()
                .to(call -> enter(call.body()));
        office.post("/faulty")
                .summary("Fail")
                .takesForm(TicketRequest.class)
                .answers(204)
                .to(_ -> {
                    throw new IllegalStateException("the secret is hunter2");
                });
        office.post("/busy").summary("Be busy").answers(204).to(_ -> {
            throw new Guesthouse.DatabaseBusy();
        });
        api.post("/orders/{show}")
                .summary("Order")
                .parameters(Show.class)
                .takesForm(Order.class)
                .answers(200, Order2.class)
                .to(call -> Answer.of(
                        new Order2(call.parameters().show(), call.body().show())));
        api.post("/lost").summary("Redirect nowhere").redirects().to(_ -> Answer.empty());
        api.post("/agents")
                .summary("Register")
                .takes(Registered.class)
                .answers(200, Registered.class)
                .to(call -> Answer.of(call.body()));
        api.get("/backstage").hidden().answers(204).to(_ -> Answer.empty());
    }

    record Show(String show) {}

    record Order2(String path, String body) {}

    private static Answer<Ticket> sell(TicketRequest wish) {
        return switch (wish.showTime()) {
            case "never" -> Answer.refused(SOLD_OUT, "Come \"later\".");
            case "nobody" ->
                Answer.refused(Refusal.of(INVALID_AGENT, "Say who.").header("WWW-Authenticate", "Basic"));
            default ->
                Answer.of(new Ticket(
                        wish.showTime(),
                        wish.seats(),
                        wish.name(),
                        wish.resource().orElse(List.of())));
        };
    }

    private static Answer<Ticket> enter(TicketRequest wish) {
        return wish.showTime().equals("now")
                ? Answer.redirect(URI.create("https://example.com/hall?seats=" + wish.seats()))
                : sell(wish);
    }
}
