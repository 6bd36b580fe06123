package dev.gatehouse.replay;

import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.secret.Digest;
import java.time.Instant;

/// Tells who is the first to show something, and who merely shows it again.
public final class Replays {

    private final ReplayStore store = new ReplayStore();
    private final Database database;

    public Replays(Database database) {
        this.database = database;
    }

    /// Notes that something was shown. Judge everything else about it before: what is refused need not be noted, and a
    /// stranger could fill the table.
    ///
    /// @param holder in whose hands the id means something, such as a client's id or a key's thumbprint
    /// @param id what the holder calls it, such as its `jti`
    /// @param expiresAt from when on it would be refused whoever shows it, leeway for clocks included
    /// @return true for the first only, on all nodes
    public boolean spend(String tenantId, Purpose purpose, String holder, String id, Instant expiresAt) {
        // The holder's length keeps "ab" with "c" from being "a" with "bc".
        var digest = Digest.of(purpose + " " + holder.length() + " " + holder + " " + id);
        return database.<Boolean>write(tx -> store.add(tx, tenantId, digest, expiresAt));
    }

    /// Removes what has expired, a bounded part of it.
    ///
    /// @return how many were removed; as many as `most` when there may be more
    public int sweep(Tx tx, int most) {
        return store.removeExpired(tx, most);
    }
}
