package dev.gatehouse.migrations;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/// A wire to a server that breaks when a client sends a certain word, before or after the server has got it.
final class CutWire implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final String host;
    private final int port;
    private final String word;
    private final boolean isPassedOn;

    CutWire(String host, int port, String word, boolean isPassedOn) throws IOException {
        this.host = host;
        this.port = port;
        this.word = word;
        this.isPassedOn = isPassedOn;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    private void accept() {
        try {
            while (true) connect(door.accept());
        } catch (IOException _) {
            // The door is closed.
        }
    }

    private void connect(Socket client) throws IOException {
        var server = new Socket(host, port);
        var isCut = new AtomicBoolean();
        threads.add(Thread.ofVirtual().start(() -> ask(client, server, isCut)));
        threads.add(Thread.ofVirtual().start(() -> answer(client, server, isCut)));
    }

    /// The wire is cut before the word goes on, or its answer could be back first. At the end the server hears that
    /// nobody is there any more, and ends its session.
    private void ask(Socket client, Socket server, AtomicBoolean isCut) {
        try (client) {
            var bytes = new byte[8192];
            for (var n = client.getInputStream().read(bytes);
                    n > 0;
                    n = client.getInputStream().read(bytes)) {
                var isIt = new String(bytes, 0, n, StandardCharsets.ISO_8859_1).contains(word);
                if (isIt) isCut.set(true);
                if (!isIt || isPassedOn) write(server.getOutputStream(), bytes, n);
                if (isIt) break;
            }
            server.shutdownOutput();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /// Once the wire is cut the answers go nowhere.
    private void answer(Socket client, Socket server, AtomicBoolean isCut) {
        try (server) {
            var bytes = new byte[8192];
            for (var n = server.getInputStream().read(bytes);
                    n > 0;
                    n = server.getInputStream().read(bytes)) {
                if (!isCut.get()) write(client.getOutputStream(), bytes, n);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void write(OutputStream out, byte[] bytes, int n) throws IOException {
        out.write(bytes, 0, n);
        out.flush();
    }

    /// Waits until the server has ended its sessions.
    @Override
    public void close() throws IOException {
        door.close();
        try {
            for (var thread : threads) thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
