package dev.gatehouse.web;

import io.helidon.common.mapper.MapperManager;
import io.helidon.common.tls.Tls;
import io.helidon.http.DirectHandler;
import io.helidon.webserver.ErrorHandling;
import io.helidon.webserver.ListenerConfig;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.OptionalInt;

/// The open port, and the HTTP library behind it. One handler takes every request; the library's own routing
/// is not used.
final class Listener {
    /// The library waits this long for connections when it stops; we wait ourselves and cut it short.
    private static final Duration LONGEST_STOP = Duration.ofHours(1);

    private static final Duration IDLE_CONNECTION = Duration.ofMinutes(2);

    /// Authorization requests hold a signed request or claims in their query; with the headers they may be as
    /// long as these.
    private static final int LONGEST_REQUEST_LINE = 16 * 1024;

    private static final String CERTIFICATES = "certificates";

    static {
        rememberHowToReadNumbers();
    }

    private final WebServer server;
    private final Doorway doorway;
    private final int port;
    private final OptionalInt certificatePort;

    private Listener(WebServer server, Doorway doorway, Doors doors) {
        this.server = server;
        this.doorway = doorway;
        this.port = server.port();
        var asking = doors.main().asks() ? OptionalInt.of(port) : OptionalInt.empty();
        this.certificatePort = doors.certificates().isPresent() ? OptionalInt.of(server.port(CERTIFICATES)) : asking;
    }

    /// @throws CannotListen when host or port cannot be had
    static Listener open(Doors doors, int maxBodyBytes, Doorway doorway) {
        var address = resolve(doors.host());
        var directHandlers = DirectHandlers.builder();
        for (var event : DirectHandler.EventType.values()) directHandlers.addHandler(event, doorway);
        var plan = WebServer.builder().shutdownHook(false).featuresDiscoverServices(false);
        furnish(plan, doors.main(), address, maxBodyBytes, doorway).directHandlers(directHandlers.build());
        doors.certificates().ifPresent(door -> {
            var second = furnish(ListenerConfig.builder(), door, address, maxBodyBytes, doorway);
            plan.putSocket(
                    CERTIFICATES, second.directHandlers(directHandlers.build()).buildPrototype());
        });
        doors.all().forEach(door -> tryOut(doors.host(), address, door.port()));
        var server = plan.build().start();
        if (!server.isRunning())
            throw new CannotListen(
                    "cannot listen on " + doors.host() + " port " + doors.main().port(), null);
        return new Listener(server, doorway, doors);
    }

    /// For every request with a body the library reads a number, `Content-Length`, and (4.4.0) looks up anew
    /// in a registry of services who can: that was 40 in 100 of the time of a short POST. Once, before it has
    /// looked, it lets itself be told. What shall follow this is not in the library yet.
    @SuppressWarnings({"deprecation", "removal"})
    private static void rememberHowToReadNumbers() {
        MapperManager.global(MapperManager.builder().build());
    }

    /// Loads the library, opening nothing.
    static void load() {
        furnish(WebServer.builder(), Doors.Door.plain(0), InetAddress.getLoopbackAddress(), 1, (_, _) -> {})
                .shutdownHook(false)
                .featuresDiscoverServices(false)
                .build();
    }

    private static <B extends ListenerConfig.BuilderBase<B, ?>> B furnish(
            B plan, Doors.Door door, InetAddress address, int maxBodyBytes, Handler handler) {
        door.tls()
                .ifPresent(context -> plan.tls(Tls.builder().sslContext(context).build()));
        // The library (4.4.0) puts the name of a certificate among the headers, and then refuses the first HTTP/2
        // request that says how large its table is, as that of Java's own client does.
        if (door.asks()) plan.protocolsDiscoverServices(false);
        return plan.address(address)
                .port(door.port())
                // The library's other way (4.4.0) loses what does not fit into the caller's window at once, so that
                // long answers and those to slow readers have holes; by TLS it asks DNS for the name of everybody.
                .useNio(false)
                .shutdownGracePeriod(LONGEST_STOP)
                .idleConnectionTimeout(IDLE_CONNECTION)
                // A body a little too long is answered by us, politely; one far too long is cut off here.
                .maxPayloadSize(2L * maxBodyBytes)
                .errorHandling(ErrorHandling.builder().includeEntity(true).build())
                .addProtocol(Http1Config.builder()
                        .maxPrologueLength(LONGEST_REQUEST_LINE)
                        .build())
                .routing(HttpRouting.builder().any(handler));
    }

    int port() {
        return port;
    }

    OptionalInt certificatePort() {
        return certificatePort;
    }

    /// Takes no new connection, lets requests in flight finish, and closes what is left when the grace is
    /// over.
    ///
    /// @return whether all requests in flight finished
    boolean close(InFlight inFlight, Duration grace) {
        inFlight.beginStopping();
        var stopping = Thread.ofPlatform().name("stop-server").start(server::stop);
        boolean finished = inFlight.awaitNone(grace);
        // What is left now are idle connections and requests out of time: the library ends both when its waiting
        // is cut short.
        while (stopping.isAlive()) {
            if (waitFor(stopping)) break;
            stopping.interrupt();
        }
        doorway.shut();
        return finished;
    }

    private static boolean waitFor(Thread thread) {
        try {
            return thread.join(Duration.ofMillis(200));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static InetAddress resolve(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new CannotListen(
                    "cannot listen on host '" + host
                            + "': no such name is known here; use 127.0.0.1, or 0.0.0.0 for every address of this machine",
                    e);
        }
    }

    /// The library would only log why it could not open the port.
    private static void tryOut(String host, InetAddress address, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw new CannotListen("cannot listen on " + host + " port " + port + ": " + advice(host, port, e), e);
        }
    }

    private static String advice(String host, int port, IOException e) {
        var reason = String.valueOf(e.getMessage());
        if (reason.contains("in use")) return "another program has the port; stop it or choose another port";
        if (reason.contains("Cannot assign"))
            return host + " is not an address of this machine; use 127.0.0.1 or 0.0.0.0";
        if (reason.contains("ermission"))
            return "ports below 1024 need a privilege; choose another port, " + (port + 8000) + " for one";
        return reason;
    }
}
