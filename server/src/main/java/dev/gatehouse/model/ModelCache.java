package dev.gatehouse.model;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Models in memory, so that a question costs no look at them in the database.
///
/// A version never changes, so it can stay for ever. Which one is current can change: then all that is
/// remembered of it is left behind. A look that began before the change puts what it found into the map that
/// was left, where nobody finds it.
final class ModelCache {

    /// More than these many are looked up anew now and then, rather than to fill the memory. A model takes
    /// some kilobytes, seldom a megabyte.
    private static final int MOST_VERSIONS = 200;

    private static final int MOST_TENANTS = 10_000;

    private final Map<String, AskedModel> versions = new ConcurrentHashMap<>();
    private volatile Map<String, AskedModel> current = new ConcurrentHashMap<>();

    /// Ids that no version has are not remembered: strangers could fill the memory with them.
    Optional<AskedModel> find(String tenantId, String id, Supplier<Optional<AskedModel>> load) {
        var key = tenantId + " " + id;
        var found = versions.get(key);
        if (found != null) return Optional.of(found);
        if (versions.size() >= MOST_VERSIONS) versions.clear();
        // Whoever was first is kept, so that everybody asks the same object.
        return load.get().map(loaded -> {
            var before = versions.putIfAbsent(key, loaded);
            return before == null ? loaded : before;
        });
    }

    AskedModel current(String tenantId, Supplier<AskedModel> load) {
        var now = current;
        var found = now.get(tenantId);
        if (found != null) return found;
        var loaded = load.get();
        if (now.size() >= MOST_TENANTS) now.clear();
        now.put(tenantId, loaded);
        return loaded;
    }

    /// Somebody saw a newer version of one tenant's model than notice was given of here. Ids are in the order
    /// of time.
    void forgetOlder(String tenantId, String id) {
        var found = current.get(tenantId);
        if (found == null) return;
        if (found.own().map(own -> own.id().compareTo(id) < 0).orElse(true)) forgetCurrent();
    }

    void forgetCurrent() {
        current = new ConcurrentHashMap<>();
    }
}
