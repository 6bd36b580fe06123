package dev.gatehouse.relation;

import dev.gatehouse.mapper.Database;
import java.time.Duration;

/// Removes changes that were kept long enough; the relationships themselves stay.
///
/// The row is first marked as trimmed, and then emptied behind the mark part by part: whoever reads on from
/// before the mark is told so from the first moment, and never gets a row with holes.
public final class Trimming {

    private static final int PART = 500;

    private final ChangeStore row = new ChangeStore();
    private final Database database;
    private final Duration lifetime;

    /// @param lifetime of a change; zero: for ever
    public Trimming(Database database, Duration lifetime) {
        this.database = database;
        this.lifetime = lifetime;
    }

    /// Trims every tenant's row. Most have nothing to trim, which a look without a lock finds out.
    public void trim() {
        if (lifetime.isZero()) return;
        for (var tenantId : database.read(row::heads).keySet()) {
            var last = database.snapshot(
                    tx -> row.lastToTrim(tx, tenantId, tx.now().minus(lifetime)));
            if (last.isPresent()) trim(tenantId, last.getAsLong());
        }
    }

    private void trim(String tenantId, long last) {
        int gone;
        do {
            gone = database.<Integer>write(tx -> row.trim(tx, tenantId, last, PART));
        } while (gone == PART && !Thread.currentThread().isInterrupted());
    }
}
