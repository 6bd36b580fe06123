package dev.gatehouse.client;

import dev.gatehouse.mapper.Database;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Clients in memory, so that a token costs no look at them in the database.
///
/// When any client changes the whole map is left behind. A look that began before the change puts what it found into
/// the map that was left, where nobody finds it.
final class ClientCache {

    /// More than this many are looked up anew now and then, rather than to fill the memory.
    private static final int MOST = 10_000;

    private final ClientStore store;
    private final Database database;
    private volatile Map<String, KnownClient> known = new ConcurrentHashMap<>();

    ClientCache(ClientStore store, Database database) {
        this.store = store;
        this.database = database;
    }

    /// Names that nobody has are not remembered: strangers could fill the memory with them.
    Optional<KnownClient> find(String tenantId, String id) {
        if (!ClientId.isPossible(id)) return Optional.empty();
        var now = known;
        var key = tenantId + " " + id;
        var found = now.get(key);
        if (found != null) return Optional.of(found);
        var loaded = database.read(tx ->
                store.find(tx, tenantId, id).map(client -> new KnownClient(client, store.secrets(tx, tenantId, id))));
        if (now.size() >= MOST) now.clear();
        loaded.ifPresent(client -> now.put(key, client));
        return loaded;
    }

    void forget() {
        known = new ConcurrentHashMap<>();
    }
}
