package dev.gatehouse.web;

import java.util.function.Function;
import java.util.function.Supplier;

/// What answers at a route, made when it is first asked for. Should two be first at once, both make it, and one
/// of the two is kept: they are alike.
final class LateTarget implements Function<Incoming, Outcome> {
    private final Supplier<Function<Incoming, Outcome>> maker;
    private volatile Function<Incoming, Outcome> made;

    LateTarget(Supplier<Function<Incoming, Outcome>> maker) {
        this.maker = maker;
    }

    /// @throws IllegalArgumentException when the declaration behind it makes no sense
    Function<Incoming, Outcome> prepare() {
        var target = made;
        if (target == null) made = target = maker.get();
        return target;
    }

    @Override
    public Outcome apply(Incoming incoming) {
        return prepare().apply(incoming);
    }
}
