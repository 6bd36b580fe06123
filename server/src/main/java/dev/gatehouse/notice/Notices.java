package dev.gatehouse.notice;

import dev.gatehouse.mapper.Announcements;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Tx;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Posts notices, and loads anew whatever anybody gave notice of.
///
/// The node that changes something does not wait to hear of it: it loads right after the commit, before
/// whoever asked for the change is told that it is done.
public final class Notices implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Notices.class.getName());

    /// So often a node looks without being told: two selects on a table of a few rows cost next to nothing.
    private static final Duration PAUSE = Duration.ofMillis(500);

    /// Many notices at once are one look: what is loaded anew at each of them would never be of use.
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(20);

    private final NoticeStore store = new NoticeStore();
    private final Database database;
    private final Map<Topic, Runnable> readers = new EnumMap<>(Topic.class);
    private final Map<String, Long> seen;
    private final Semaphore bell = new Semaphore(0);
    private final Thread thread = Thread.ofVirtual().name("notices").unstarted(this::run);

    /// Made before anything is loaded: what is loaded later is at least as new as what is counted here, so
    /// that nothing falls between loading and the first look, and nothing is loaded twice.
    public Notices(Database database) {
        this.database = database;
        this.seen = new HashMap<>(database.read(store::counts));
    }

    /// Looks as soon as another node announces that it has posted a notice.
    public void hear(Announcements announcements) {
        store.listen(announcements, bell::release);
    }

    /// Gives notice of a change, in the transaction that makes it.
    public void post(Tx tx, Topic topic) {
        store.count(tx, topic);
        tx.afterCommit(() -> loadHere(topic));
    }

    /// What is loaded, besides what others load, when the topic has changed since this was made.
    ///
    /// @param load reads the database; it may be called at any time, by any thread
    public void listen(Topic topic, Runnable load) {
        readers.merge(topic, load, (others, another) -> () -> {
            others.run();
            another.run();
        });
    }

    /// Where it fails the next look will do it: the change itself is done, and must not look as if it were
    /// not.
    private void loadHere(Topic topic) {
        try {
            readers.getOrDefault(topic, () -> {}).run();
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.WARNING, "Will load {0} at the next look: {1}", topic, fault.getMessage());
        }
    }

    /// Begins to look; everybody listens by now.
    public void start() {
        thread.start();
    }

    /// Looks once. A load that fails is tried again at the next look.
    void look() {
        var counts = database.read(store::counts);
        readers.forEach((topic, load) -> {
            var count = counts.getOrDefault(topic.name(), 0L);
            if (count.equals(seen.getOrDefault(topic.name(), 0L))) return;
            load.run();
            seen.put(topic.name(), count);
        });
    }

    /// Whatever goes wrong with one look, the next may go well: this thread must not end before the house
    /// does.
    private void run() {
        var isWorried = false;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(SHORTEST_PAUSE);
                if (bell.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) bell.drainPermits();
                look();
                isWorried = false;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException fault) {
                if (!isWorried)
                    LOG.log(
                            System.Logger.Level.WARNING,
                            "Cannot see what other nodes change; will go on trying: {0}",
                            fault.getMessage());
                isWorried = true;
            }
        }
    }

    @Override
    public void close() {
        if (thread.getState() == Thread.State.NEW) return;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
