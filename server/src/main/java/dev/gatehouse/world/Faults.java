package dev.gatehouse.world;

import java.util.ArrayList;
import java.util.List;

/// All that is found wrong while files are read.
final class Faults {

    /// Who has more than these will read the files again anyway.
    private static final int MOST = 100;

    private final List<Fault> found = new ArrayList<>();

    void add(Place place, String message) {
        if (found.size() < MOST) found.add(new Fault(place, message));
    }

    boolean any() {
        return !found.isEmpty();
    }

    List<Fault> all() {
        return List.copyOf(found);
    }
}
