package dev.gatehouse.permissions.cel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Gathers what is wrong with one text, by where it stands.
final class Faults {

    /// Whoever has made more mistakes is helped better by the first of them.
    private static final int MOST = 50;

    private record Found(int at, String message) {}

    private final String source;
    private final List<Found> found = new ArrayList<>();

    Faults(String source) {
        this.source = source;
    }

    /// @param at where in the text, in `char`s from 0
    void add(int at, String message) {
        var fault = new Found(at, message);
        if (found.size() < MOST && !found.contains(fault)) found.add(fault);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<CelFault> inOrder() {
        return found.stream()
                .sorted(Comparator.comparingInt(Found::at))
                .map(fault -> placed(fault.at(), fault.message()))
                .toList();
    }

    private CelFault placed(int at, String message) {
        var before = source.substring(0, Math.min(at, source.length()));
        var line =
                1 + (int) before.chars().filter(character -> character == '\n').count();
        var start = before.lastIndexOf('\n') + 1;
        return new CelFault(line, 1 + before.codePointCount(start, before.length()), message);
    }
}
