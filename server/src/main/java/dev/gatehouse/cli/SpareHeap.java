package dev.gatehouse.cli;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Has the heap collected when it holds twice of what was alive, so that the process stays about as small as
/// what it knows.
///
/// The serial collector would not do so by itself: it looks through old objects only when the greatest heap
/// is full, which is a quarter of the machine's memory. What is packed anew now and then, such as
/// relationships, would pile up until then.
///
/// It belongs to a process of our own. Inside somebody else's JVM nobody should collect without being asked.
final class SpareHeap {

    /// The launcher sets it together with the collector that needs it.
    static final String SETTING = "gatehouse.spare-heap";

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /// So much garbage may lie about however little is alive: a small heap is not worth a pause.
    static final long FLOOR_BYTES = 96L << 20;

    private final LongSupplier used;
    private final Runnable collect;
    private long allowed = 2 * FLOOR_BYTES;

    /// @param used bytes, with the garbage among them
    /// @param collect leaves only what is alive
    SpareHeap(LongSupplier used, Runnable collect) {
        this.used = used;
        this.collect = collect;
    }

    /// Looks after the heap of this process from now on, if the launcher asks for it.
    static void keepSmall() {
        if (!Boolean.getBoolean(SETTING)) return;
        var runtime = Runtime.getRuntime();
        var heap = new SpareHeap(() -> runtime.totalMemory() - runtime.freeMemory(), System::gc);
        Thread.ofVirtual().name("spare-heap").start(heap::lookAgainAndAgain);
    }

    /// Collects if more is in use than may be.
    void look() {
        if (used.getAsLong() <= allowed) return;
        collect.run();
        allowed = FLOOR_BYTES + 2 * used.getAsLong();
    }

    private void lookAgainAndAgain() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                look();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
