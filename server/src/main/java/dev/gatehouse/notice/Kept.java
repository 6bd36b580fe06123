package dev.gatehouse.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// What a node keeps in memory of what it found in the database, until notice is given of a change.
///
/// When it forgets, the whole map is left behind. A look that began before the change puts what it found into the map
/// that was left, where nobody finds it.
///
/// @param <K> by what it is looked up
/// @param <V> what was found; what is not there is not kept, since strangers could fill the memory with it
public final class Kept<K, V> {

    /// Notices tell of every change that this server makes. Whoever changes the tables behind its back is heard after
    /// this long.
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final int most;
    private final InstantSource clock;
    private volatile Map<K, Held<V>> held = new ConcurrentHashMap<>();

    private record Held<V>(V value, Instant until) {}

    /// @param most more than so many are looked up anew now and then
    public Kept(int most, InstantSource clock) {
        this.most = most;
        this.clock = clock;
    }

    /// @param load looks in the database
    /// @param end when what was found is good no more, whatever happens; it may be put off meanwhile
    public Optional<V> find(K key, Function<K, Optional<V>> load, Function<V, Instant> end) {
        var map = held;
        var now = clock.instant();
        var found = map.get(key);
        if (found != null && now.isBefore(found.until())) return Optional.of(found.value());
        var loaded = load.apply(key);
        if (map.size() >= most) map.clear();
        loaded.ifPresent(value -> map.put(key, new Held<>(value, earlier(end.apply(value), now.plus(LONGEST)))));
        return loaded;
    }

    public void forget() {
        held = new ConcurrentHashMap<>();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
