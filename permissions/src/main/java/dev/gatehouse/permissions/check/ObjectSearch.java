package dev.gatehouse.permissions.check;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Supplier;

/// The objects to which a user has a relation, one by one as they are found, in no order: for lists that
/// nobody wants to hold, and for whoever may stop before the end.
///
/// Each step asks the snapshot on. It belongs to one thread at a time.
public final class ObjectSearch {

    private final int most;
    private final Supplier<Optional<String>> finder;
    private final Supplier<Optional<Problem>> hindrance;

    /// @param most how many may be held at once
    ObjectSearch(int most, Supplier<Optional<String>> finder, Supplier<Optional<Problem>> hindrance) {
        this.most = most;
        this.finder = finder;
        this.hindrance = hindrance;
    }

    /// @return the next one's name, each once; empty when there are no more, or a [#problem] stands in the
    ///     way
    public Optional<String> next() {
        return finder.get();
    }

    /// Why there may be more than were told.
    public Optional<Problem> problem() {
        return hindrance.get();
    }

    /// The same, when all is found: it asks the snapshot nothing more. What it would find beyond the limit is
    /// a problem.
    public ObjectSearch whole() {
        var names = new ArrayList<String>();
        var name = next();
        for (; name.isPresent() && names.size() < most; name = next()) names.add(name.get());
        var told = names.iterator();
        var problem = name.isPresent() ? Optional.<Problem>of(new Problem.TooManyAnswers(most)) : problem();
        return new ObjectSearch(
                most,
                () -> told.hasNext() ? Optional.of(told.next()) : Optional.empty(),
                () -> told.hasNext() ? Optional.empty() : problem);
    }
}
