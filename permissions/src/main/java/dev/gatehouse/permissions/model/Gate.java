package dev.gatehouse.permissions.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// Something that opens when enough of what leads to it has opened.
final class Gate {

    private int missing;
    private final List<Gate> behind = new ArrayList<>();

    /// @param missing how many must open before it; none: it stands open
    Gate(int missing) {
        this.missing = missing;
    }

    void leadsTo(Gate other) {
        behind.add(other);
    }

    boolean isOpen() {
        return missing <= 0;
    }

    /// Opens whatever can be opened, each once; the time is that of looking at every way once.
    static void open(List<Gate> gates) {
        var open = new ArrayDeque<>(gates.stream().filter(Gate::isOpen).toList());
        while (!open.isEmpty()) {
            for (var next : open.remove().behind) {
                if (--next.missing == 0) open.add(next);
            }
        }
    }
}
