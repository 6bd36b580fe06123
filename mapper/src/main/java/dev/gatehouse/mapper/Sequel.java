package dev.gatehouse.mapper;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// What is to be done when a transaction has been committed.
///
/// A transaction that is run anew begins with none of it: what was undone leaves no trace here either.
final class Sequel {
    private List<Runnable> steps = List.of();

    Tx begin(Execution execution, InstantSource clock) {
        steps = List.of();
        return new Tx(execution, clock, this);
    }

    void add(Runnable step) {
        if (steps.isEmpty()) steps = new ArrayList<>();
        steps.add(step);
    }

    void run() {
        steps.forEach(Runnable::run);
    }
}
