package dev.gatehouse.web;

import dev.gatehouse.web.shape.Change;
import dev.gatehouse.web.shape.DefaultValue;
import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.Secret;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The API that these tests call: small, with one of everything.
final class Guesthouse {
    static final ProblemType EMAIL_TAKEN =
            ProblemType.conflict("email-taken", "This e-mail address already has an account");
    static final ProblemType NO_SUCH_GUEST = ProblemType.notFound("no-such-guest", "There is no such guest");
    static final ProblemType NOT_SIGNED_IN = ProblemType.unauthorized("not-signed-in", "An access token is needed");
    static final ProblemType NOT_ADMINISTRATOR =
            ProblemType.forbidden("not-administrator", "Only administrators may do this");
    static final ProblemType BUSY = ProblemType.unavailable("busy", "The house is full");

    static final UUID ALICE = UUID.fromString("0197e2c5-3f4e-7c3a-9f7d-0a1b2c3d4e5f");
    static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    final Guard<String> signedIn = Guard.of(
            SecurityScheme.bearer("access_token", "JWT", "An access token of this server."),
            Guesthouse::bearer,
            NOT_SIGNED_IN);
    final Guard<String> administrator = signedIn.then(
            who -> who.equals("root")
                    ? Admission.admitted(who)
                    : Admission.refused(NOT_ADMINISTRATOR, "Ask an administrator."),
            NOT_ADMINISTRATOR);

    /// What the database throws when it is busy.
    static final class DatabaseBusy extends RuntimeException {}

    enum Room {
        SINGLE,
        DOUBLE_BED
    }

    @Doc("What a guest gives to register.")
    record Registration(
            @Email @Size(max = 254) @Doc(value = "Where to reach the guest.", example = "alice@example.com")
            String email,

            @NotBlank @Size(max = 1024) @Secret String password,
            Optional<@Size(max = 200) String> name,
            @DefaultValue("single") Room room,
            @DefaultValue("1") @Min(1) @Max(30) int nights,
            Optional<@Size(max = 3) List<@NotBlank String>> wishes,
            Optional<Address> address) {}

    record Address(String street, @Size(min = 2, max = 2) String country) {
        Address {
            if (country.equals("XX")) throw new IllegalArgumentException("there is no country XX");
        }
    }

    @Doc("A guest.")
    record Guest(UUID id, String email, Optional<String> name, Room room, Instant createdAt, List<String> wishes) {}

    record GuestPage(List<Guest> guests, Optional<String> next) {}

    record Search(
            Optional<String> q,
            @Min(1) @Max(100) @DefaultValue("20") int limit,
            Optional<List<Room>> room) {}

    record GuestPath(UUID id) {}

    record GuestChange(Change<@Size(max = 200) String> email, Change<Optional<String>> name) {}

    record Echo(String requestId, String remote, String userAgent, String url) {}

    void mount(Api api) {
        api.post("/v1/guests")
                .tag("Guests")
                .summary("Register a guest")
                .takes(Registration.class)
                .answers(201, Guest.class)
                .refuses(EMAIL_TAKEN)
                .to(this::register);
        api.get("/v1/guests")
                .tag("Administration")
                .summary("List guests")
                .requires(administrator)
                .parameters(Search.class)
                .answers(200, GuestPage.class)
                .to(this::list);
        api.get("/v1/guests/{id}")
                .tag("Guests")
                .summary("One guest")
                .parameters(GuestPath.class)
                .answers(200, Guest.class)
                .refuses(NO_SUCH_GUEST)
                .to(this::find);
        api.patch("/v1/guests/{id}")
                .tag("Guests")
                .summary("Change a guest")
                .requires(signedIn)
                .parameters(GuestPath.class)
                .takes(GuestChange.class)
                .answers(200, Guest.class)
                .to(this::change);
        api.delete("/v1/me")
                .tag("Guests")
                .summary("Leave")
                .requires(signedIn)
                .answers(204)
                .to(_ -> Answer.empty());
        api.get("/v1/echo").summary("Say what you see").answers(200, Echo.class).to(this::echo);
        api.get("/v1/faulty").summary("Fail").answers(200, Echo.class).to(_ -> {
            throw new IllegalStateException("the secret is hunter2");
        });
        api.get("/v1/busy").summary("Be busy").answers(200, Echo.class).to(_ -> {
            throw new DatabaseBusy();
        });
    }

    static Refusal busy(DatabaseBusy busy) {
        return Refusal.of(BUSY, "Try again in a moment.").retryAfter(Duration.ofSeconds(2));
    }

    private static Admission<String> bearer(Request request) {
        return request.header("Authorization")
                .filter(header -> header.startsWith("Bearer "))
                .map(header -> Admission.admitted(header.substring(7)))
                .orElseGet(() -> Admission.refused(NOT_SIGNED_IN, "Send an access token."));
    }

    private Answer<Guest> register(Call<None, Registration, None> call) {
        var wish = call.body();
        if (wish.email().equals("taken@example.com")) return Answer.refused(EMAIL_TAKEN, "Sign in instead.");
        var guest = new Guest(
                ALICE,
                wish.email(),
                wish.name(),
                wish.room(),
                NOON,
                wish.wishes().orElse(List.of()));
        return Answer.created(guest, "/v1/guests/" + ALICE);
    }

    private Answer<GuestPage> list(Call<Search, None, String> call) {
        var search = call.parameters();
        return Answer.of(new GuestPage(
                List.of(),
                search.q()
                        .map(q -> q + ":" + search.limit() + ":" + search.room().orElse(List.of()))));
    }

    private Answer<Guest> find(Call<GuestPath, None, None> call) {
        if (!call.parameters().id().equals(ALICE))
            return Answer.refused(Refusal.of(NO_SUCH_GUEST, "Look at the list.")
                    .with("id", call.parameters().id()));
        return Answer.of(new Guest(ALICE, "alice@example.com", Optional.of("Alice"), Room.DOUBLE_BED, NOON, List.of()));
    }

    private Answer<Guest> change(Call<GuestPath, GuestChange, String> call) {
        var change = call.body();
        var guest = new Guest(
                call.parameters().id(),
                change.email().over("alice@example.com"),
                change.name().over(Optional.of("Alice")),
                Room.SINGLE,
                NOON,
                List.of(call.who()));
        return Answer.of(guest);
    }

    private Answer<Echo> echo(Call<None, None, None> call) {
        return Answer.of(new Echo(
                call.requestId(),
                call.remoteAddress().getHostAddress(),
                call.userAgent().orElse(""),
                call.url("/somewhere")));
    }
}
