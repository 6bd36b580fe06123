package dev.gatehouse.permissions.cel;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which names mean something at one place of an expression: the parameters, and what the macros around it
/// bind.
final class Scope {

    record Known(int place, Kind kind) {}

    private record Bound(String name, Kind kind) {}

    private final List<Bound> names = new ArrayList<>();
    private final BitSet used = new BitSet();
    private final int parameters;
    private int widest;

    Scope(Map<String, CelType> parameters) {
        parameters.forEach((name, type) -> names.add(new Bound(name, Kind.of(type))));
        this.parameters = parameters.size();
        this.widest = parameters.size();
    }

    /// The innermost of that name.
    Optional<Known> find(String name) {
        for (var place = names.size() - 1; place >= 0; place--) {
            var bound = names.get(place);
            if (!bound.name().equals(name)) continue;
            used.set(place);
            return Optional.of(new Known(place, bound.kind()));
        }
        return Optional.empty();
    }

    /// @return the place of what the name stands for, until [#leave]
    int enter(String name, Kind kind) {
        names.add(new Bound(name, kind));
        widest = Math.max(widest, names.size());
        return names.size() - 1;
    }

    void leave() {
        names.removeLast();
    }

    /// How many places an evaluation needs.
    int width() {
        return widest;
    }

    /// The places of the parameters that were looked up.
    BitSet used() {
        return used.get(0, parameters);
    }

    /// For a fault.
    String known() {
        return names.isEmpty()
                ? "there are no parameters"
                : "known are "
                        + String.join(
                                ", ", names.stream().map(Bound::name).limit(20).toList());
    }
}
