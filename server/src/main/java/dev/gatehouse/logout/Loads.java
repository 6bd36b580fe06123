package dev.gatehouse.logout;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// How many calls are under way, altogether and to each client: one that is slow to answer takes no more than its
/// share.
final class Loads {

    private static final int MOST = 24;
    private static final int MOST_OF_ONE = 4;

    private final Map<String, Integer> underWay = new HashMap<>();
    private int all;

    /// How many more may begin.
    synchronized int free() {
        return MOST - all;
    }

    synchronized int freeFor(String clientId) {
        return MOST_OF_ONE - underWay.getOrDefault(clientId, 0);
    }

    /// Clients for which none may begin.
    synchronized Set<String> full() {
        var full = new HashMap<>(underWay);
        full.values().removeIf(calls -> calls < MOST_OF_ONE);
        return full.keySet();
    }

    synchronized void begin(String clientId) {
        underWay.merge(clientId, 1, Integer::sum);
        all++;
    }

    synchronized void end(String clientId) {
        underWay.computeIfPresent(clientId, (_, calls) -> calls == 1 ? null : calls - 1);
        all--;
    }
}
