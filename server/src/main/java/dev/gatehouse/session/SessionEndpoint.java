package dev.gatehouse.session;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Guard;
import dev.gatehouse.web.None;
import dev.gatehouse.web.ProblemType;
import dev.gatehouse.web.shape.Doc;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The doors through which people see where they are signed in, and end it.
public final class SessionEndpoint {

    private static final ProblemType NO_SUCH_SESSION =
            ProblemType.notFound("no-such-session", "There is no such session");

    private final Sessions sessions;
    private final Guard<Standing> signedIn;

    public SessionEndpoint(Sessions sessions, Guard<Standing> signedIn) {
        this.sessions = sessions;
        this.signedIn = signedIn;
    }

    @Doc("One sign-in on one device.")
    record SessionView(
            UUID id,
            @Doc("Whether it is the one that asks.") boolean current,
            Instant startedAt,

            @Doc("When it last began, or refreshed its tokens.")
            Instant lastSeenAt,

            @Doc("When it ends unless it is used before.") Instant idleUntil,
            @Doc("When it ends in any case.") Instant expiresAt,
            @Doc("The network address from which it began.") String address,
            Optional<String> userAgent) {}

    record SessionList(List<SessionView> sessions) {}

    record ById(UUID id) {}

    public void mount(Api api) {
        api.get("/v1/me/sessions")
                .tag("Me")
                .summary("List where I am signed in")
                .requires(signedIn)
                .answers(200, SessionList.class)
                .to(this::list);
        api.delete("/v1/me/sessions/{id}")
                .tag("Me")
                .summary("End one of my sessions")
                .requires(signedIn)
                .parameters(ById.class)
                .answers(204)
                .refuses(NO_SUCH_SESSION)
                .to(this::end);
    }

    private Answer<SessionList> list(Call<None, None, Standing> call) {
        var current = call.who().session().id();
        return Answer.of(new SessionList(sessions.listLive(call.who().account()).stream()
                .map(session -> view(session, current))
                .toList()));
    }

    private Answer<None> end(Call<ById, None, Standing> call) {
        var account = call.who().account();
        var origin = Origin.of(call.remoteAddress(), call.requestId()).actingAs(account.subject());
        return sessions.end(account, call.parameters().id(), origin)
                ? Answer.empty()
                : Answer.refused(NO_SUCH_SESSION, "You have no live session with this id.");
    }

    private static SessionView view(Session session, UUID current) {
        return new SessionView(
                session.id(),
                session.id().equals(current),
                session.startedAt(),
                session.lastSeenAt(),
                session.idleUntil(),
                session.expiresAt(),
                session.address(),
                session.userAgent());
    }
}
