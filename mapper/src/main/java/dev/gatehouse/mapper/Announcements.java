package dev.gatehouse.mapper;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// What other processes announce by [Tx#announce], heard milliseconds after their commit.
///
/// On PostgreSQL one connection of its own, outside the pool, waits for it. What is announced while that
/// connection is away is lost, so whoever listens is told that he may have missed something, and looks for
/// himself; a look now and then without being told is wise too, since a pooler before the database may keep
/// announcements from us without a word. On SQLite there is one process, and nothing to be heard.
///
/// Name everything that is listened to, then start it once.
public final class Announcements implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Announcements.class.getName());

    /// After so long a silence the connection is tried out: a server that is gone without a word says nothing
    /// either.
    static final Duration SILENCE = Duration.ofSeconds(10);

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Engine engine;
    private final String sender;
    private final Duration silence;
    private final Map<Channel, List<Listener>> listeners =
            new TreeMap<>((one, other) -> one.name().compareTo(other.name()));
    private final Thread thread = Thread.ofVirtual().name("announcements").unstarted(this::run);
    private volatile boolean isOpen;
    private volatile PostgresListening line;

    /// How long to wait before the next attempt; empty of worry once something was heard.
    private Duration pause = SHORTEST_PAUSE;

    private boolean isWorried;

    private record Listener(Consumer<String> told, Runnable missed) {}

    Announcements(Engine engine, String sender, Duration silence) {
        this.engine = engine;
        this.sender = sender;
        this.silence = silence;
    }

    /// Both are called by one thread, one call after the other: they must not wait, or others are told late.
    ///
    /// @param told is given what another [Database] announced
    /// @param missed is called whenever something may have been announced unheard: at the start and
    ///     after each interruption
    public void listen(Channel channel, Consumer<String> told, Runnable missed) {
        if (isOpen) throw new IllegalStateException("announcements are heard already; listen before the start");
        listeners.computeIfAbsent(channel, _ -> new ArrayList<>()).add(new Listener(told, missed));
    }

    /// Begins to hear. A database that cannot be reached now is tried again and again.
    public void start() {
        isOpen = true;
        if (engine instanceof PostgresEngine) thread.start();
    }

    private void run() {
        while (isOpen) {
            try {
                hear();
            } catch (DatabaseFault fault) {
                if (isOpen) worry(fault);
            }
        }
    }

    /// Ends with a fault, or when this is closed.
    private void hear() {
        try (var listening = ((PostgresEngine) engine).listen(listeners.keySet())) {
            line = listening;
            listeners.values().forEach(all -> all.forEach(listener -> call(listener.missed())));
            while (isOpen) {
                listening.next(silence).forEach(this::tell);
                relax();
            }
        } finally {
            line = null;
        }
    }

    private void tell(PostgresListening.Heard heard) {
        if (heard.sender().equals(sender)) return;
        for (var listener : listeners.getOrDefault(heard.channel(), List.of()))
            call(() -> listener.told().accept(heard.text()));
    }

    /// What goes wrong at one who listens is not to be the others' loss.
    private static void call(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.WARNING, "An announcement could not be taken in", fault);
        }
    }

    private void relax() {
        if (isWorried) LOG.log(System.Logger.Level.INFO, "Hears again what other nodes announce");
        isWorried = false;
        pause = SHORTEST_PAUSE;
    }

    /// Says it once, and waits longer each time.
    private void worry(DatabaseFault fault) {
        if (!isWorried)
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Cannot hear what other nodes announce; will go on trying: {0}",
                    fault.getMessage());
        isWorried = true;
        try {
            Thread.sleep(pause);
        } catch (InterruptedException _) {
            isOpen = false;
        }
        var longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }

    @Override
    public void close() {
        isOpen = false;
        if (thread.getState() == Thread.State.NEW) return;
        var open = line;
        if (open != null) open.hangUp();
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
