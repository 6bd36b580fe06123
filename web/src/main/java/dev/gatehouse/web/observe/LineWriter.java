package dev.gatehouse.web.observe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Writes whole lines from many threads. Whoever finds nobody writing writes for everyone who comes meanwhile:
/// a lone line goes out at once, a flood goes out in few system calls, and no thread is kept for it.
final class LineWriter {
    /// When standard output is stuck, callers wait rather than fill the memory.
    private static final int MOST_WAITING_BYTES = 1 << 20;

    private final OutputStream out;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition written = lock.newCondition();
    private ByteArrayOutputStream waiting = new ByteArrayOutputStream(8192);
    private ByteArrayOutputStream spare = new ByteArrayOutputStream(8192);
    private boolean writing;

    LineWriter(OutputStream out) {
        this.out = out;
    }

    void write(String line) {
        var bytes = line.getBytes(StandardCharsets.UTF_8);
        lock.lock();
        try {
            while (writing && waiting.size() > MOST_WAITING_BYTES) written.awaitUninterruptibly();
            waiting.writeBytes(bytes);
            if (writing) return;
            writing = true;
            try {
                while (waiting.size() > 0) writeWaiting();
            } finally {
                writing = false;
                written.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    boolean isIdle() {
        lock.lock();
        try {
            return !writing && waiting.size() == 0;
        } finally {
            lock.unlock();
        }
    }

    private void writeWaiting() {
        var batch = waiting;
        waiting = spare;
        spare = batch;
        lock.unlock();
        try {
            batch.writeTo(out);
            out.flush();
        } catch (IOException _) {
            // Standard output is closed: there is nowhere left to say so, and a request must not fail for it.
        } finally {
            lock.lock();
            batch.reset();
            written.signalAll();
        }
    }
}
