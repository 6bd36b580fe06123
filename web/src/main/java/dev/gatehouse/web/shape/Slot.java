package dev.gatehouse.web.shape;

import java.util.List;

/// A place where a value stands: its shape, and the rules that the value keeps there.
record Slot(Shape shape, List<Rule> rules) {
    Slot {
        rules = List.copyOf(rules);
    }
}
