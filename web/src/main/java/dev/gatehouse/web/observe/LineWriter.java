package dev.gatehouse.web.observe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/// Writes whole lines from many threads: they leave their line in a queue, and one thread writes what is there,
/// many lines in one system call. A request never waits for the terminal, unless a mebibyte of lines does.
///
/// A virtual thread that wrote by itself would hold up its carrier for each line: this is the one thread that
/// is kept.
final class LineWriter {
    private static final int MOST_WAITING_BYTES = 1 << 20;
    private static final int BATCH_BYTES = 1 << 16;
    private static final long ROUND_NANOS = 10_000_000;
    private static final int ROUNDS_BEFORE_SLEEP = 10;

    private final OutputStream out;
    private final ConcurrentLinkedQueue<byte[]> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicLong waitingBytes = new AtomicLong();
    private final ReentrantLock writing = new ReentrantLock();
    private final ByteArrayOutputStream batch = new ByteArrayOutputStream(BATCH_BYTES);
    private final Thread writer;
    private volatile boolean asleep;
    private volatile boolean atOnce;

    LineWriter(OutputStream out) {
        this.out = out;
        this.writer = Thread.ofPlatform().name("log").daemon().start(this::keepWriting);
    }

    void write(String line) {
        var bytes = line.getBytes(StandardCharsets.UTF_8);
        while (waitingBytes.get() > MOST_WAITING_BYTES) LockSupport.parkNanos(1_000_000);
        waitingBytes.addAndGet(bytes.length);
        waiting.add(bytes);
        if (atOnce) flush();
        else if (asleep) LockSupport.unpark(writer);
    }

    /// From now on every line is written before its caller goes on: the process is about to end, and with it
    /// the writer.
    void writeAtOnce() {
        atOnce = true;
        flush();
    }

    /// Writes all lines that wait.
    void flush() {
        writing.lock();
        try {
            while (!waiting.isEmpty()) writeBatch();
        } finally {
            writing.unlock();
        }
    }

    private void writeBatch() {
        for (var line = waiting.poll(); line != null; line = batch.size() < BATCH_BYTES ? waiting.poll() : null) {
            batch.writeBytes(line);
        }
        try {
            batch.writeTo(out);
            out.flush();
        } catch (IOException _) {
            // Standard output is closed: there is nowhere left to say so, and a request must not fail for it.
        } finally {
            waitingBytes.addAndGet(-batch.size());
            batch.reset();
        }
    }

    /// While lines keep coming it looks for them a hundred times a second, and nobody has to wake it, which
    /// would cost a caller more than the line itself. When none came for a while it sleeps until the next one.
    private void keepWriting() {
        while (true) {
            boolean idle = true;
            for (int i = 0; i < ROUNDS_BEFORE_SLEEP; i++) {
                idle &= waiting.isEmpty();
                flush();
                LockSupport.parkNanos(ROUND_NANOS);
            }
            if (!idle) continue;
            asleep = true;
            // A line that came before `asleep` was seen is found here; one that comes after wakes this thread.
            if (waiting.isEmpty()) LockSupport.park(this);
            asleep = false;
        }
    }
}
