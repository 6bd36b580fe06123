package dev.gatehouse.mapper.testing;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

/// A port that leads to a server, until it is told not to.
public final class Wiretap implements AutoCloseable {
    private final ServerSocket door;
    private final String host;
    private final int port;
    private final List<Wire> wires = new CopyOnWriteArrayList<>();
    private final Semaphore refused = new Semaphore(0);
    private volatile boolean refuses;

    private Wiretap(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::admitAll);
    }

    public static Wiretap to(String host, int port) throws IOException {
        return new Wiretap(host, port);
    }

    public int port() {
        return door.getLocalPort();
    }

    /// From which ports the server sees us come, with commas between them.
    public String ports() {
        return wires.stream()
                .map(wire -> Integer.toString(wire.server.getLocalPort()))
                .collect(joining(","));
    }

    /// What is connected now stays so, and nothing comes through any more.
    public void freeze() {
        wires.forEach(wire -> wire.isFrozen = true);
    }

    /// Whoever comes from now on is sent away.
    public void refuse() {
        refuses = true;
    }

    public void admit() {
        refuses = false;
    }

    /// Waits until so many were sent away.
    public void awaitRefused(int times) throws InterruptedException {
        refused.acquire(times);
    }

    private void admitAll() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                if (refuses) {
                    caller.close();
                    refused.release();
                } else wires.add(new Wire(caller, new Socket(host, port)));
            } catch (IOException _) {
                // Closed, or one that went away at once: the next may come.
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (var wire : wires) wire.cut();
    }

    private static final class Wire {
        private final Socket caller;
        private final Socket server;
        private volatile boolean isFrozen;

        Wire(Socket caller, Socket server) {
            this.caller = caller;
            this.server = server;
            Thread.ofVirtual().start(() -> carry(caller, server));
            Thread.ofVirtual().start(() -> carry(server, caller));
        }

        private void carry(Socket from, Socket to) {
            var some = new byte[8192];
            try {
                for (int read = from.getInputStream().read(some);
                        read >= 0;
                        read = from.getInputStream().read(some))
                    if (!isFrozen) to.getOutputStream().write(some, 0, read);
            } catch (IOException _) {
                // One side is gone.
            }
            cut();
        }

        void cut() {
            try {
                caller.close();
                server.close();
            } catch (IOException _) {
                // Then it is closed.
            }
        }
    }
}
