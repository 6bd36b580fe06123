package dev.gatehouse.permissions.check;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/// The answer to a question for a list.
public sealed interface Listing {

    /// A page of it. All pages together are complete.
    ///
    /// @param names in order
    /// @param next the cursor for the next page; absent on the last
    record Listed(List<String> names, Optional<String> next) implements Listing {}

    /// A list that would not be complete is not given.
    record Undecided(Problem problem) implements Listing {}

    /// Which part of a list: at most `limit` names that come behind `after`.
    record Page(Optional<String> after, int limit) {

        public static final Page ALL = new Page(Optional.empty(), Integer.MAX_VALUE);

        Listing of(SortedSet<String> names, Optional<Problem> problem) {
            if (problem.isPresent()) return new Undecided(problem.get());
            // The zero makes the smallest name that is behind the last one of the page before.
            var behind = after.map(last -> names.tailSet(last + "\0")).orElse(names);
            var page = behind.stream().limit(limit).toList();
            return new Listed(page, behind.size() > page.size() ? Optional.of(page.getLast()) : Optional.empty());
        }
    }
}
