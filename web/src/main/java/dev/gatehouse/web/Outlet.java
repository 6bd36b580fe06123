package dev.gatehouse.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/// Where an answer goes that is written piece by piece, see [Answer#streamed]. Each piece is on its way when
/// [#write] returns.
///
/// It belongs to the thread that it was given to.
public final class Outlet {
    static final int PART = 64 * 1024;

    private final OutputStream out;
    private final BooleanSupplier stopping;
    private final Patience patience;
    private long bytes;

    Outlet(OutputStream out, BooleanSupplier stopping, Patience patience) {
        this.out = out;
        this.stopping = stopping;
        this.patience = patience;
    }

    /// Sends text. If the caller went away, or takes nothing for minutes, the answer ends here, by an
    /// exception that is nobody's fault.
    public void write(String text) {
        var piece = text.getBytes(StandardCharsets.UTF_8);
        patience.during(() -> send(piece));
    }

    /// A whole answer, so large that it is judged part by part whether it is taken.
    void write(byte[] body) {
        for (int from = 0; from < body.length; from += PART) {
            // Given a part of an array, the library (4.4.0) sends more than that.
            var piece = Arrays.copyOfRange(body, from, Math.min(from + PART, body.length));
            patience.during(() -> send(piece));
        }
    }

    private void send(byte[] piece) {
        try {
            out.write(piece);
            out.flush();
            bytes += piece.length;
        } catch (IOException | RuntimeException e) {
            // Of HTTP/2 it throws kinds of its own; whatever it is, it is about the connection.
            throw new ConnectionLost(e);
        }
    }

    /// Whether the server goes on. Once it does not, the answer should come to its end within seconds.
    public boolean isOpen() {
        return !stopping.getAsBoolean();
    }

    long bytes() {
        return bytes;
    }

    void end() {
        patience.during(this::close);
    }

    private void close() {
        try {
            out.close();
        } catch (IOException | RuntimeException e) {
            throw new ConnectionLost(e);
        }
    }
}
