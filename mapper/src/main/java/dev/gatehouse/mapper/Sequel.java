package dev.gatehouse.mapper;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// What is to be done when a transaction has been committed.
///
/// A transaction that is run anew begins with none of it: what was undone leaves no trace here either.
final class Sequel {
    private final String sender;
    private List<Runnable> steps = List.of();

    /// @param sender whom other processes hear from in what is announced
    Sequel(String sender) {
        this.sender = sender;
    }

    Tx begin(Execution execution, InstantSource clock) {
        steps = List.of();
        return new Tx(execution, clock, this, sender);
    }

    void add(Runnable step) {
        if (steps.isEmpty()) steps = new ArrayList<>();
        steps.add(step);
    }

    void run() {
        steps.forEach(Runnable::run);
    }
}
