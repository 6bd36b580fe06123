package dev.gatehouse.web;

import dev.gatehouse.web.shape.JsonWriter;
import dev.gatehouse.web.shape.Shapes;
import dev.gatehouse.web.tls.SecureSockets;
import java.net.URI;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Function;

/// A server with its door open.
public final class Server implements AutoCloseable {
    private static final Duration DEFAULT_GRACE = Duration.ofSeconds(10);

    private final Listener listener;
    private final InFlight inFlight;
    private final Patience patience;
    private final Origin origin;
    private final Health health;

    private Server(Listener listener, InFlight inFlight, Patience patience, Origin origin, Health health) {
        this.listener = listener;
        this.inFlight = inFlight;
        this.patience = patience;
        this.origin = origin;
        this.health = health;
    }

    public static ServerBuilder builder() {
        return new ServerBuilder();
    }

    /// Does what every start has to do, on a thread of its own. For a program that has something else to do
    /// first: call it before, and the server opens sooner.
    public static void prepare() {
        SecureSockets.refuseRenegotiation();
        Preparation.begin();
    }

    static Server open(ServerBuilder plan) {
        Preparation.await();
        var shapes = new Shapes(plan.clock());
        var json = new JsonWriter(shapes);
        var inFlight = new InFlight();
        var patience = new Patience(plan.patience());
        plan.metrics().gauge("http_requests_in_flight", "Requests that are being answered.", inFlight::count);
        var figures = new RequestFigures(plan.metrics());
        var origin = new Origin(
                plan.publicUrl(),
                plan.tls().isPresent(),
                plan.proxies(),
                new CallerCertificate(plan.proxies(), plan.certificateHeader()));
        var security = new SecurityHeaders(origin.isHttps());

        var routes = new Routes();
        for (var operation : plan.api().operations()) {
            for (var method : operation.methods()) {
                var target =
                        new LateTarget(() -> new MountedOperation<>(operation, method, shapes, plan.maxBodyBytes()));
                if (!plan.preparesLater()) target.prepare();
                routes.add(new Route(method, operation.path(), target, operation.errors(), operation.cors()));
            }
        }
        var health = new Health(plan.readiness(), inFlight, json);
        addOwn(routes, plan, health);
        addDocuments(routes, plan, shapes, json);

        var door = new FrontDoor(
                routes,
                origin,
                new Delivery(security, inFlight::isStopping, patience),
                new FaultBook(plan.faults()),
                new ErrorWriter(json),
                plan.errorPages(),
                inFlight,
                figures);
        var broken = new BelowRouting(security, json, figures);
        var listener = Listener.open(Doors.of(plan), plan.maxBodyBytes(), new Doorway(door, broken));
        origin.listensOn(plan.host(), listener.port());
        patience.start();
        return new Server(listener, inFlight, patience, origin, health);
    }

    private static void addOwn(Routes routes, ServerBuilder plan, Health health) {
        plan.assets().ifPresent(assets -> addGet(routes, Assets.PATH + "{file}", assets::answer));
        addGet(routes, "/health/live", _ -> health.live());
        addGet(routes, "/health/ready", _ -> health.ready());
        addGet(routes, "/metrics", new MetricsPage(plan.metrics(), plan.metricsGuard())::print);
    }

    private static void addDocuments(Routes routes, ServerBuilder plan, Shapes shapes, JsonWriter json) {
        var operations = plan.api().operations();
        OperationId.refuseTwins(operations);
        // Without a public URL the document names no host, and works from wherever it was read.
        var serverUrl = plan.publicUrl().map(URI::toString).orElse("/");
        // Written when somebody first asks: a start should not wait for it.
        DocumentPages.of(() -> json.write(new OpenApi(operations, plan.description(), serverUrl, shapes).document()))
                .forEach((path, asset) -> addGet(routes, path, incoming -> asset.answer(incoming)));
        addGet(routes, "/problems/{name}", new ProblemPages(OpenApi.problemTypes(operations))::page);
    }

    private static void addGet(Routes routes, String path, Function<Incoming, Outcome> target) {
        routes.add(new Route("GET", PathTemplate.parse(path), target));
    }

    /// The port it listens on.
    public int port() {
        return listener.port();
    }

    /// The port at which callers are asked for a certificate, if there is one.
    public OptionalInt certificatePort() {
        return listener.certificatePort();
    }

    /// Where callers reach it: the public URL, or the address it listens on. Without a slash at its end.
    public URI url() {
        return URI.create(origin.url());
    }

    /// What `/health/ready` answers at this moment.
    Reply readiness() {
        return health.ready().reply();
    }

    /// Takes no new requests (`/health/ready` says 503 on connections that are open still), lets those in
    /// flight finish, then closes.
    ///
    /// @param grace how long the requests in flight may take before they are cut off
    /// @return whether all of them finished
    public boolean stop(Duration grace) {
        boolean finished = listener.close(inFlight, grace);
        patience.close();
        return finished;
    }

    /// Stops with ten seconds of grace.
    @Override
    public void close() {
        stop(DEFAULT_GRACE);
    }
}
