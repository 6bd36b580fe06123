package dev.gatehouse.web;

import dev.gatehouse.web.observe.RequestId;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.List;

/// Every request comes in here and every answer goes out here: it gets its id, finds its route, is answered
/// whatever happens, and is counted and logged once.
final class FrontDoor implements Handler {
    /// What the log says of a caller who did not wait; nothing of the kind is ever sent.
    private static final int CALLER_WENT_AWAY = 499;

    private final Routes routes;
    private final Origin origin;
    private final Delivery delivery;
    private final FaultBook faults;
    private final ErrorWriter errors;
    private final ErrorFormat elsewhere;
    private final InFlight inFlight;
    private final RequestFigures figures;

    FrontDoor(
            Routes routes,
            Origin origin,
            Delivery delivery,
            FaultBook faults,
            ErrorWriter errors,
            ErrorFormat elsewhere,
            InFlight inFlight,
            RequestFigures figures) {
        this.routes = routes;
        this.origin = origin;
        this.delivery = delivery;
        this.faults = faults;
        this.errors = errors;
        this.elsewhere = elsewhere;
        this.inFlight = inFlight;
        this.figures = figures;
    }

    @Override
    public void handle(ServerRequest http, ServerResponse response) {
        inFlight.enter();
        try {
            var id = http.headers()
                    .first(Delivery.REQUEST_ID)
                    .filter(RequestId::isSane)
                    .orElseGet(RequestId::make);
            ScopedValue.where(RequestId.CURRENT, id).run(() -> serve(http, response, new Request(http, id, origin)));
        } finally {
            inFlight.leave();
        }
    }

    private void serve(ServerRequest http, ServerResponse response, Request request) {
        long began = System.nanoTime();
        var match = routes.find(request.method(), request.path());
        var route = match instanceof Routes.Found found ? found.route().path().text() : RequestFigures.NO_ROUTE;
        int status = CALLER_WENT_AWAY;
        long bytes = 0;
        boolean close;
        try {
            var reply = shared(reply(http, request, match), request, match);
            status = reply.status();
            close = Connections.isHttp1(http) && (inFlight.isStopping() || Connections.endsWith(http, reply));
            bytes = delivery.send(http, response, request.id(), reply, close);
        } catch (ConnectionLost e) {
            throw new CloseConnectionException("the caller went away", e);
        } finally {
            long nanos = System.nanoTime() - began;
            figures.count(route, request.method(), status, nanos);
            AccessLog.write(request, route, status, bytes, nanos);
        }
        if (close) {
            Connections.skipBody(http);
            throw new CloseConnectionException("as the answer said");
        }
    }

    private Reply reply(ServerRequest http, Request request, Routes.Match match) {
        return switch (outcome(http, request, match)) {
            case Outcome.Replied(var reply) -> reply;
            case Outcome.Refused(var refusal, var faults) ->
                errors.write(
                        match.errors(elsewhere), new Denial(refusal, faults, request.path(), request.id()), request);
        };
    }

    /// Scripts of other sites may read what an operation says to them, good or bad.
    private static Reply shared(Reply reply, Request request, Routes.Match match) {
        if (!(match instanceof Routes.Found(var route, var _)) || route.cors().isEmpty()) return reply;
        return reply.with(route.cors().get().answering(request));
    }

    private Outcome outcome(ServerRequest http, Request request, Routes.Match match) {
        var framing = Framing.fault(http);
        if (framing.isPresent())
            return Outcome.refused(
                    Refusal.of(Problems.BAD_REQUEST, framing.get()).lastOnConnection());
        try {
            return switch (match) {
                case Routes.Found(var route, var values) -> route.target().apply(new Incoming(request, http, values));
                case Routes.OtherMethods other -> otherMethod(request, other);
                case Routes.Nothing() ->
                    Outcome.refused(Refusal.of(Problems.NO_SUCH_PATH, "Look at /openapi.json for what there is."));
            };
        } catch (ConnectionLost e) {
            throw e;
        } catch (BrokenBody e) {
            return Outcome.refused(e.refusal());
        } catch (Throwable e) {
            return Outcome.refused(faults.refusalFor(e));
        }
    }

    private static Outcome otherMethod(Request request, Routes.OtherMethods other) {
        var allowed = String.join(", ", other.allowed());
        if (request.method().equals("OPTIONS")) {
            var headers = new ArrayList<>(preflight(request, other));
            headers.add(new HttpHeader("Allow", allowed));
            return new Outcome.Replied(Reply.empty(204, headers));
        }
        return Outcome.refused(Refusal.of(Problems.METHOD_NOT_ALLOWED, "This path takes " + allowed + ".")
                .header("Allow", allowed));
    }

    /// A browser asks before it lets a script of another site call an operation.
    private static List<HttpHeader> preflight(Request request, Routes.OtherMethods other) {
        var wanted = request.header("Access-Control-Request-Method").map(other.byMethod()::get);
        return wanted.flatMap(Route::cors)
                .map(cors -> cors.preflight(request, wanted.get().method()))
                .orElse(List.of());
    }
}
