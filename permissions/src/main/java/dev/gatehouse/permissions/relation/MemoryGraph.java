package dev.gatehouse.permissions.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/// The relationships of today, in memory, as they change.
///
/// One thread at a time tells it of commits; whoever asks takes a [#snapshot] and is not disturbed. What
/// changes lies over the packed rest until somebody folds it in.
public final class MemoryGraph {

    /// Folding begins when so many changes lie above, however little lies below: fewer are quickly looked
    /// through.
    private static final int FEW_CHANGES = 4_096;

    /// The share of changes, one in so many relationships, above which they are folded in.
    private static final int SHARE = 32;

    /// The share above which folding is not to be put off any longer: a change that lies above takes ten
    /// times the memory of one that is folded in.
    private static final int LARGE_SHARE = 8;

    private record Commit(long revision, List<Change> changes) {}

    /// Only one folds at a time; changes go on meanwhile.
    private final ReentrantLock folding = new ReentrantLock();

    private final ReentrantLock writing = new ReentrantLock();

    private volatile MemorySnapshot snapshot;

    /// What was applied since folding began; `null` while nobody folds.
    private List<Commit> late;

    MemoryGraph(MemorySnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /// No relationships at all.
    ///
    /// @param revision of the last commit that is not told of
    public static MemoryGraph empty(long revision) {
        return new MemoryGraph(new MemorySnapshot(revision, CompactGraph.EMPTY, Overlay.on(CompactGraph.EMPTY)));
    }

    /// All relationships as they are after the last commit that was told of.
    public MemorySnapshot snapshot() {
        return snapshot;
    }

    /// Takes a commit in: from now on [#snapshot] shows it, and those given before do not.
    ///
    /// @param revision not less than that of the commit before
    /// @param changes in the order in which they were made
    public void apply(long revision, List<Change> changes) {
        writing.lock();
        try {
            if (revision < snapshot.revision())
                throw new IllegalArgumentException("commit " + revision + " comes after commit " + snapshot.revision());
            var commit = new Commit(revision, List.copyOf(changes));
            snapshot = after(snapshot, List.of(commit));
            if (late != null) late.add(commit);
        } finally {
            writing.unlock();
        }
    }

    /// Whether so much has changed that folding it in pays.
    public boolean isFoldDue() {
        return hasChangedBy(SHARE);
    }

    /// Whether so much has changed that folding it in cannot wait. Folding takes the same time whatever has
    /// changed, so between due and overdue whoever looks after the graph may let it rest.
    public boolean isFoldOverdue() {
        return hasChangedBy(LARGE_SHARE);
    }

    private boolean hasChangedBy(int share) {
        var now = snapshot;
        return now.overlay().changes() > Math.max(FEW_CHANGES, now.graph().size() / share);
    }

    /// Packs everything anew, and lets go of the names of what is gone. It takes as long as loading, and for
    /// that time up to four times as much memory beside; questions and changes go on meanwhile. Whoever looks
    /// after the graph calls it in a thread of its own when [#isFoldDue].
    public void fold() {
        folding.lock();
        try {
            var begun = begin();
            var packed = new Folding(begun).fold();
            var folded = new MemorySnapshot(begun.revision(), packed, Overlay.on(packed));
            while (!finish(folded)) folded = after(folded, takeLate());
        } finally {
            end();
            folding.unlock();
        }
    }

    /// How many bytes it occupies, counted from what it holds: also of what changed since the last folding.
    /// It takes next to no time.
    public long bytes() {
        var now = snapshot;
        return now.graph().bytes() + now.overlay().bytes();
    }

    private static MemorySnapshot after(MemorySnapshot before, List<Commit> commits) {
        var writer = new OverlayWriter(before.graph(), before.overlay());
        for (var commit : commits) commit.changes().forEach(writer::write);
        return new MemorySnapshot(commits.getLast().revision(), before.graph(), writer.overlay());
    }

    private MemorySnapshot begin() {
        writing.lock();
        try {
            late = new ArrayList<>();
            return snapshot;
        } finally {
            writing.unlock();
        }
    }

    private List<Commit> takeLate() {
        writing.lock();
        try {
            var taken = late;
            late = new ArrayList<>();
            return taken;
        } finally {
            writing.unlock();
        }
    }

    /// @return whether nothing came late, and what was folded is what counts from now on
    private boolean finish(MemorySnapshot folded) {
        writing.lock();
        try {
            if (!late.isEmpty()) return false;
            snapshot = folded;
            return true;
        } finally {
            writing.unlock();
        }
    }

    private void end() {
        writing.lock();
        try {
            late = null;
        } finally {
            writing.unlock();
        }
    }
}
