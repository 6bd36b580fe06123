package dev.gatehouse.web;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Ends the connection of a caller who takes nothing of what he is sent.
///
/// The HTTP library (4.4.0) and Java write for as long as it takes: whoever asks and then reads nothing would
/// hold a thread, and all that the answer stands on, for ever. A thread that is interrupted while it writes
/// closes its connection; so somebody looks now and then who has been writing for too long.
///
/// It is the network that takes, and it holds some of an answer itself: what counts is that a piece finds
/// room there. A stream with nothing to say writes nothing, and may last.
final class Patience implements AutoCloseable {
    /// A phone in a tunnel is back by then.
    static final Duration LONGEST = Duration.ofMinutes(3);

    private final Duration longest;
    private final Set<Piece> underWay = ConcurrentHashMap.newKeySet();
    private final Thread watching = Thread.ofVirtual().name("slow-readers").unstarted(this::watch);

    Patience(Duration longest) {
        this.longest = longest;
    }

    void start() {
        watching.start();
    }

    /// Writes a piece of an answer.
    ///
    /// @throws ConnectionLost if the caller took nothing of it in time
    void during(Runnable writing) {
        var piece = new Piece(Thread.currentThread(), System.nanoTime());
        underWay.add(piece);
        try {
            writing.run();
            piece.end();
        } catch (RuntimeException fault) {
            if (piece.end()) throw new ConnectionLost(fault);
            throw fault;
        } finally {
            underWay.remove(piece);
        }
    }

    /// Ends what has been under way for too long.
    void look(long now) {
        for (var piece : underWay) if (now - piece.began >= longest.toNanos()) piece.cut();
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(longest.dividedBy(4));
                look(System.nanoTime());
            }
        } catch (InterruptedException _) {
            // The server is closed.
        }
    }

    @Override
    public void close() {
        watching.interrupt();
    }

    /// Something that is being written.
    private static final class Piece {
        private final Thread writer;
        private final long began;
        private boolean isCut;
        private boolean isEnded;

        Piece(Thread writer, long began) {
            this.writer = writer;
            this.began = began;
        }

        /// Never once it has ended: the thread is about something else then.
        synchronized void cut() {
            if (isEnded || isCut) return;
            isCut = true;
            writer.interrupt();
        }

        /// @return whether it was cut
        synchronized boolean end() {
            isEnded = true;
            if (isCut) Thread.interrupted();
            return isCut;
        }
    }
}
