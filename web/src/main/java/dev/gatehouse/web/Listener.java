package dev.gatehouse.web;

import io.helidon.http.DirectHandler;
import io.helidon.webserver.ErrorHandling;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
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

/// The open port, and the HTTP library behind it. One handler takes every request; the library's own routing is
/// not used.
final class Listener {
    /// The library waits this long for connections when it stops; we wait ourselves and cut it short.
    private static final Duration LONGEST_STOP = Duration.ofHours(1);

    private static final Duration IDLE_CONNECTION = Duration.ofMinutes(2);

    /// Authorization requests hold a signed request or claims in their query; with the headers they may be as
    /// long as these.
    private static final int LONGEST_REQUEST_LINE = 16 * 1024;

    private final WebServer server;
    private final int port;

    private Listener(WebServer server) {
        this.server = server;
        this.port = server.port();
    }

    /// @throws CannotListen when host or port cannot be had
    static Listener open(String host, int port, int maxBodyBytes, Handler handler, DirectHandler broken) {
        var address = resolve(host);
        tryOut(host, address, port);
        var directHandlers = DirectHandlers.builder();
        for (var event : DirectHandler.EventType.values()) directHandlers.addHandler(event, broken);
        var server = plan(maxBodyBytes, handler)
                .address(address)
                .port(port)
                .directHandlers(directHandlers.build())
                .build()
                .start();
        if (!server.isRunning()) throw new CannotListen("cannot listen on " + host + " port " + port, null);
        return new Listener(server);
    }

    /// Loads the library, opening nothing.
    static void load() {
        plan(1, (_, _) -> {}).build();
    }

    private static WebServerConfig.Builder plan(int maxBodyBytes, Handler handler) {
        return WebServer.builder()
                .shutdownHook(false)
                .featuresDiscoverServices(false)
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

    /// Takes no new connection, lets requests in flight finish, and closes what is left when the grace is over.
    ///
    /// @return whether all requests in flight finished
    boolean close(InFlight inFlight, Duration grace) {
        inFlight.beginStopping();
        var stopping = Thread.ofPlatform().name("stop-server").start(server::stop);
        boolean finished = inFlight.awaitNone(grace);
        // What is left now are idle connections and requests out of time: the library ends both when its
        // waiting is
        // cut short.
        while (stopping.isAlive()) {
            if (waitFor(stopping)) break;
            stopping.interrupt();
        }
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
