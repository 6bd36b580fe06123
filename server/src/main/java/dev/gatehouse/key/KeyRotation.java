package dev.gatehouse.key;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.jose.JwtAlgorithm;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.notice.Notices;
import dev.gatehouse.notice.Topic;
import dev.gatehouse.tenant.Tenant;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Lets one signing key follow another without any client noticing: the next key is published long before it
/// signs, and a retired one goes on to verify until nothing that it signed is good any more.
public final class KeyRotation {

    /// Clients keep our JWK set for minutes, some for an hour. By then they have the next key.
    static final Duration KNOWN_TO_ALL = Duration.ofHours(1);

    /// How much longer than any token a retired key is kept, for clocks and caches.
    private static final Duration AFTERGLOW = Duration.ofDays(7);

    private final KeyStore store = new KeyStore();
    private final Database database;
    private final SigningKeys keys;
    private final AuditLog audit;
    private final Notices notices;
    private final InstantSource clock;
    private final Optional<Duration> period;
    private final Duration retention;

    /// @param period how long a key signs; empty: until somebody rotates it
    /// @param longestToken how long a token may live that a key has signed
    public KeyRotation(
            Database database,
            SigningKeys keys,
            AuditLog audit,
            Notices notices,
            InstantSource clock,
            Optional<Duration> period,
            Duration longestToken) {
        this.database = database;
        this.keys = keys;
        this.audit = audit;
        this.notices = notices;
        this.clock = clock;
        this.period = period;
        this.retention = longestToken.plus(AFTERGLOW);
    }

    /// Lets the next keys sign, retires the current ones, and publishes new next ones.
    ///
    /// @param atOnce even if clients may not know the next keys yet
    public Rotation rotate(boolean atOnce, Origin origin) {
        return rotate(keys.rotating(), atOnce, origin);
    }

    private Rotation rotate(List<JwtAlgorithm> algorithms, boolean atOnce, Origin origin) {
        if (algorithms.isEmpty()) return new Rotation.SharedSecret();
        var fresh = algorithms.stream().map(keys.chest()::make).toList();
        var outcome = database.write(tx -> rotate(tx, fresh, atOnce, origin));
        keys.reload();
        return outcome;
    }

    private Rotation rotate(Tx tx, List<KeyChest.Fresh> fresh, boolean atOnce, Origin origin) {
        store.takeTurn(tx);
        var stored = store.list(tx, Tenant.MAIN);
        var next = fresh.stream()
                .map(made -> pick(stored, made.key().algorithm(), StoredKey.State.NEXT))
                .toList();
        var wait = next.stream()
                .map(key -> Duration.between(tx.now(), key.changedAt().plus(KNOWN_TO_ALL)))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        if (wait.isPositive() && !atOnce) return new Rotation.TooSoon(wait);
        for (int i = 0; i < next.size(); i++) {
            store.move(tx, pick(stored, next.get(i).algorithm(), StoredKey.State.CURRENT), StoredKey.State.RETIRED);
            succeed(tx, next.get(i), fresh.get(i), "key.rotated", next.get(i).kid(), origin);
        }
        return new Rotation.Done(next.getFirst().kid());
    }

    /// Makes a key worthless now: nothing that it signed is believed any more. If it was needed, the next one
    /// takes its place.
    public Rotation revoke(String kid, Origin origin) {
        if (keys.rotating().isEmpty()) return new Rotation.SharedSecret();
        // Looked for in the table: another node may have made it a moment ago.
        var fresh = database.read(tx -> store.list(tx, Tenant.MAIN)).stream()
                .filter(key -> key.kid().equals(kid))
                .findFirst()
                .map(key -> keys.chest().make(key.algorithm()));
        var outcome = database.write(tx -> revoke(tx, kid, fresh, origin));
        keys.reload();
        return outcome;
    }

    /// @param fresh what takes its place, unless nothing has to
    private Rotation revoke(Tx tx, String kid, Optional<KeyChest.Fresh> fresh, Origin origin) {
        store.takeTurn(tx);
        var stored = store.list(tx, Tenant.MAIN);
        var gone = stored.stream().filter(key -> key.kid().equals(kid)).findFirst();
        if (gone.isEmpty() || !store.remove(tx, gone.get())) return new Rotation.NoSuchKey();
        if (fresh.isEmpty() || gone.get().state() == StoredKey.State.RETIRED)
            return changed(tx, "key.revoked", kid, origin);
        if (gone.get().state() == StoredKey.State.CURRENT) {
            var next = pick(stored, gone.get().algorithm(), StoredKey.State.NEXT);
            return succeed(tx, next, fresh.get(), "key.revoked", kid, origin);
        }
        SigningKeys.add(tx, fresh.get().stored(StoredKey.State.NEXT, tx.now()), audit, origin);
        return changed(tx, "key.revoked", kid, origin);
    }

    /// Rotates the keys that have signed for their period.
    public void rotateIfDue() {
        if (period.isEmpty()) return;
        keys.rotating().stream().filter(this::isDue).forEach(due -> rotate(List.of(due), false, Origin.SERVER));
    }

    private boolean isDue(JwtAlgorithm algorithm) {
        var since = database.read(tx -> find(tx, algorithm, StoredKey.State.CURRENT))
                .changedAt();
        return !clock.instant().isBefore(since.plus(period.orElseThrow()));
    }

    /// Removes keys that have been retired for so long that nothing they signed is good any more.
    ///
    /// @param limit at most so many
    /// @return how many there were
    public int sweep(Tx tx, int limit) {
        var longAgo = tx.now().minus(retention);
        var gone = store.list(tx, Tenant.MAIN).stream()
                .filter(key -> key.state() == StoredKey.State.RETIRED
                        && key.changedAt().isBefore(longAgo))
                .limit(limit)
                .filter(key -> store.remove(tx, key))
                .toList();
        gone.forEach(key -> changed(tx, "key.removed", key.kid(), Origin.SERVER));
        return gone.size();
    }

    private Rotation succeed(Tx tx, StoredKey next, KeyChest.Fresh fresh, String event, String subject, Origin origin) {
        store.move(tx, next, StoredKey.State.CURRENT);
        SigningKeys.add(tx, fresh.stored(StoredKey.State.NEXT, tx.now()), audit, origin);
        changed(tx, event, subject, origin);
        return new Rotation.Done(next.kid());
    }

    private Rotation changed(Tx tx, String event, String kid, Origin origin) {
        audit.append(tx, new AuditEvent(Tenant.MAIN, event, kid, origin));
        notices.post(tx, Topic.SIGNING_KEYS);
        return new Rotation.Done(keys.current().kid());
    }

    private StoredKey find(ReadTx tx, JwtAlgorithm algorithm, StoredKey.State state) {
        return pick(store.list(tx, Tenant.MAIN), algorithm, state);
    }

    private static StoredKey pick(List<StoredKey> stored, JwtAlgorithm algorithm, StoredKey.State state) {
        return stored.stream()
                .filter(key -> key.algorithm() == algorithm && key.state() == state)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no key of " + algorithm + " is " + state));
    }
}
