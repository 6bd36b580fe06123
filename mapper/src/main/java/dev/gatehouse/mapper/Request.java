package dev.gatehouse.mapper;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/// One caller's write on its way through the queue, and the caller's wait for its answer.
final class Request<R> {
    private enum State {
        WAITING,
        RUNNING,
        GIVEN_UP,
        ANSWERED
    }

    private final Function<Execution, R> work;
    private final Thread caller = Thread.currentThread();
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private R result;
    private Throwable failure;

    Request(Function<Execution, R> work) {
        this.work = work;
    }

    /// The writer takes it up; false if its caller no longer waits.
    boolean begin() {
        return state.compareAndSet(State.WAITING, State.RUNNING);
    }

    /// Runs the work. Its result is kept; the caller hears of it only by [#answer].
    void run(Execution execution) {
        result = work.apply(execution);
        if (execution.failure() != null) throw execution.failure();
    }

    /// Nothing of it will remain, and this is why.
    void fail(Throwable why) {
        failed(why);
        answer();
    }

    /// As [#fail]; the caller hears of it only by [#answer].
    void failed(Throwable why) {
        failure = why;
    }

    /// What it did is on disk, or undone.
    void answer() {
        state.set(State.ANSWERED);
        LockSupport.unpark(caller);
    }

    /// The caller's part: waits for the answer. Work that has begun is waited for however long it takes,
    /// interrupted or not: it may well be committed, and the caller must know.
    R await(long patienceNanos) {
        long deadline = System.nanoTime() + patienceNanos;
        boolean interrupted = false;
        try {
            while (state.get() != State.ANSWERED) {
                interrupted |= Thread.interrupted();
                long left = deadline - System.nanoTime();
                if ((interrupted || left <= 0) && giveUp()) throw gaveUp(interrupted);
                if (state.get() == State.WAITING) LockSupport.parkNanos(this, left);
                else if (state.get() == State.RUNNING) LockSupport.park(this);
            }
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
        return outcome();
    }

    /// Possible only until the writer takes it up.
    private boolean giveUp() {
        return state.compareAndSet(State.WAITING, State.GIVEN_UP);
    }

    private static DatabaseFault gaveUp(boolean interrupted) {
        return interrupted
                ? new DatabaseInterrupted("interrupted while waiting to write; nothing was written")
                : new DatabaseBusy("the write found no turn in time; nothing was written");
    }

    private R outcome() {
        switch (failure) {
            case null -> {
                return result;
            }
            case RuntimeException known -> throw Rethrown.inCaller(known);
            case Error error -> throw error;
            default -> throw new DatabaseFault("the write failed", failure);
        }
    }
}
