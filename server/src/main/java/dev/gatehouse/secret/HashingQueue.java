package dev.gatehouse.secret;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Bounds the hashing: so many at a time, so many waiting in order of arrival, the rest turned away at once.
///
/// Each hash takes a core for tens of milliseconds and megabytes of memory. Without a bound, a flood of sign-ins
/// would take all of both; on virtual threads it would also hold their carriers, and nothing else would run.
/// Hence a few platform threads of its own: memory is bounded by `threads` times the cost, and other requests
/// keep their share of the cores.
final class HashingQueue implements AutoCloseable {
    private final ThreadPoolExecutor threads;
    private final Duration longestWait;

    /// @param atOnce hashes computed at the same time
    /// @param waiting callers who may wait for their turn
    /// @param longestWait after which a caller is told to come back, and its work is not done any more
    HashingQueue(int atOnce, int waiting, Duration longestWait) {
        var factory = Thread.ofPlatform().daemon().name("password-hash-", 0).factory();
        this.threads = new ThreadPoolExecutor(
                atOnce, atOnce, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting, true), factory);
        this.longestWait = longestWait;
    }

    /// The answer of `work`; empty when there was no place or no time for it.
    <T> Optional<T> run(Callable<T> work) {
        var task = new FutureTask<>(work);
        try {
            threads.execute(task);
            return Optional.of(task.get(longestWait.toMillis(), TimeUnit.MILLISECONDS));
        } catch (RejectedExecutionException | CancellationException fullOrClosed) {
            return Optional.empty();
        } catch (TimeoutException late) {
            threads.remove(task);
            task.cancel(false);
            return Optional.empty();
        } catch (ExecutionException fault) {
            throw asThrown(fault.getCause());
        } catch (InterruptedException stop) {
            task.cancel(false);
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// Callers whose work is waiting or under way.
    int taken() {
        return threads.getQueue().size() + threads.getActiveCount();
    }

    private static RuntimeException asThrown(Throwable cause) {
        if (cause instanceof RuntimeException fault) return fault;
        if (cause instanceof Error error) throw error;
        return new IllegalStateException(cause);
    }

    /// Waiting callers are told that there is no time; hashes under way are finished.
    @Override
    public void close() {
        threads.shutdown();
        var waiting = new ArrayList<Runnable>();
        threads.getQueue().drainTo(waiting);
        waiting.forEach(task -> ((FutureTask<?>) task).cancel(false));
    }
}
