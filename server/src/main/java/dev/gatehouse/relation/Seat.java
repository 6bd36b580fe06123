package dev.gatehouse.relation;

import dev.gatehouse.permissions.relation.MemoryGraph;

/// A tenant's place in memory, whether it is taken or not.
final class Seat {

    /// Packing takes a tenth of the time of one processor at most, while relationships pour in: a million of
    /// them takes more than a second, whatever little is new.
    private static final int RESTS = 9;

    /// Told of every commit, but not asked before it has caught up.
    private volatile Following following;

    private volatile boolean isReady;
    private volatile long askedAt;

    /// Until then nobody tries to load it.
    private volatile long notBefore;

    /// Until then nobody packs it but for need.
    private volatile long restsUntil;

    /// Whether somebody is about to load or to pack it.
    private boolean isAwaited;

    Seat(long now) {
        askedAt = now;
        notBefore = now;
        restsUntil = now;
    }

    void ask(long now) {
        askedAt = now;
    }

    long askedAt() {
        return askedAt;
    }

    /// What may be asked; `null` while it is not in memory.
    Following ready() {
        return isReady ? following : null;
    }

    /// What is to be told of commits; `null` while nothing is.
    Following following() {
        return following;
    }

    void prepare(Following loaded) {
        following = loaded;
    }

    void open() {
        isReady = true;
    }

    /// Back to the database, and not into memory again before then.
    void leave(long notBefore) {
        isReady = false;
        following = null;
        this.notBefore = notBefore;
    }

    boolean wantsLoading(long now) {
        return following == null && now - notBefore >= 0;
    }

    boolean wantsPacking(MemoryGraph graph, long now) {
        return graph.isFoldDue() && (now - restsUntil >= 0 || graph.isFoldOverdue());
    }

    /// @param began when the packing did
    void packed(long began, long now) {
        restsUntil = now + RESTS * (now - began);
    }

    /// What it occupies now, with all that came since it was loaded.
    long bytes() {
        var ready = ready();
        return ready == null ? 0 : ready.graph().bytes();
    }

    /// @return whether nobody was about to do something with it
    synchronized boolean claim() {
        var first = !isAwaited;
        isAwaited = true;
        return first;
    }

    synchronized void done() {
        isAwaited = false;
    }
}
