package dev.gatehouse.relation;

import java.time.Duration;
import java.util.Optional;

/// Changes for those who listen on: what is there, and a bell that rings when there may be more.
final class ChangeFeed implements Follower {

    private static final int AT_ONCE = 200;

    private final Relationships relationships;
    private long rung;

    ChangeFeed(Relationships relationships) {
        this.relationships = relationships;
        relationships.follow(this);
    }

    /// @return nothing if some of the changes after that place are no longer kept
    Optional<ChangePage> after(String tenantId, Place place, Optional<String> objectType) {
        return relationships.changes(tenantId, place, objectType, AT_ONCE);
    }

    /// How often the bell has rung. Ask before looking what there is, and nothing falls between the look and
    /// the wait.
    synchronized long rung() {
        return rung;
    }

    /// Waits until the bell has rung again, or for that time: not every word of other nodes arrives.
    synchronized void await(long heard, Duration longest) {
        try {
            if (rung == heard) wait(longest.toMillis());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void committed(Commit commit) {
        ring();
    }

    @Override
    public void announced(String tenantId, long revision) {
        ring();
    }

    @Override
    public void missed() {
        ring();
    }

    private synchronized void ring() {
        rung++;
        notifyAll();
    }
}
