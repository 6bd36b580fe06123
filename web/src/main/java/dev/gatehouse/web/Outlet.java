package dev.gatehouse.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/// Where an answer goes that is written piece by piece, see [Answer#streamed]. Each piece is on its way when
/// [#write] returns.
///
/// It belongs to the thread that it was given to.
public final class Outlet {
    private final OutputStream out;
    private final BooleanSupplier stopping;
    private long bytes;

    Outlet(OutputStream out, BooleanSupplier stopping) {
        this.out = out;
        this.stopping = stopping;
    }

    /// Sends text. If the caller went away the answer ends here, by an exception that is nobody's fault.
    public void write(String text) {
        var piece = text.getBytes(StandardCharsets.UTF_8);
        try {
            out.write(piece);
            out.flush();
            bytes += piece.length;
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
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
        try {
            out.close();
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new ConnectionLost(e);
        }
    }
}
