package dev.gatehouse.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A bare connection, for what no HTTP client would send.
final class Wire implements AutoCloseable {
    private final Socket socket;

    Wire(Server server) {
        try {
            socket = new Socket("127.0.0.1", server.port());
            socket.setSoTimeout(10_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the server says to one request until it closes the connection.
    static String tell(Server server, String request) {
        return tell(server, request.getBytes(StandardCharsets.ISO_8859_1));
    }

    static String tell(Server server, byte[] request) {
        try (var wire = new Wire(server)) {
            wire.send(request);
            return wire.readAll();
        }
    }

    void send(String text) {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Everything until the server closes.
    String readAll() {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One line, or what there is of it when the server closes.
    String readLine() {
        var line = new StringBuilder();
        try {
            for (int c = socket.getInputStream().read();
                    c >= 0 && c != '\n';
                    c = socket.getInputStream().read()) line.append((char) c);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString().strip();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
