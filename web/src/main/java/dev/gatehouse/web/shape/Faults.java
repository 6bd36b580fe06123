package dev.gatehouse.web.shape;

import java.util.ArrayList;
import java.util.List;

/// Gathers what is wrong with one request. It stops the reading when there is more than anyone would read.
final class Faults {
    private static final int MOST = 50;

    private final List<Fault> found = new ArrayList<>(4);

    /// Ends the reading of a request that has too many faults to list.
    static final class Enough extends RuntimeException {
        Enough() {
            super("enough faults", null, false, false);
        }
    }

    void add(Fault fault) {
        found.add(fault);
        if (found.size() >= MOST) throw new Enough();
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    int count() {
        return found.size();
    }

    List<Fault> all() {
        return List.copyOf(found);
    }
}
