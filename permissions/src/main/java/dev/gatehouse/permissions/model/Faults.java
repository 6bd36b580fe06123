package dev.gatehouse.permissions.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Gathers what is wrong. Nobody reads more than a hundred faults, and a text made of nothing else must not
/// fill the memory.
final class Faults {

    private static final int MOST = 100;

    private final Set<ModelFault> found = new LinkedHashSet<>();

    /// What the model beneath says of a type that this one defines anew is not this one's fault: those
    /// relations just lead nowhere.
    void add(ModelFault fault) {
        if (fault.place() instanceof Place.Beneath) return;
        if (found.size() < MOST) found.add(fault);
    }

    void add(Word word, String message) {
        add(ModelFault.of(word, message));
    }

    boolean isFull() {
        return found.size() >= MOST;
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<ModelFault> all() {
        var sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparing(Faults::file)
                .thenComparingInt(Faults::line)
                .thenComparingInt(Faults::column));
        return sorted;
    }

    private static String file(ModelFault fault) {
        return fault.place() instanceof Place.InText text ? text.file() : "";
    }

    private static int line(ModelFault fault) {
        return fault.place() instanceof Place.InText text ? text.line() : 0;
    }

    private static int column(ModelFault fault) {
        return fault.place() instanceof Place.InText text ? text.column() : 0;
    }
}
