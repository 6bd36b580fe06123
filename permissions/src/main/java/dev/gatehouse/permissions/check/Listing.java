package dev.gatehouse.permissions.check;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

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

        /// @param names each once, in any order
        Listing of(Collection<String> names, Optional<Problem> problem) {
            if (problem.isPresent()) return new Undecided(problem.get());
            var behind = names.stream()
                    .filter(name -> after.isEmpty() || name.compareTo(after.get()) > 0)
                    .toList();
            var page = first(behind);
            return new Listed(page, behind.size() > page.size() ? Optional.of(page.getLast()) : Optional.empty());
        }

        /// A page of a long list needs only its own names in order.
        private List<String> first(List<String> names) {
            if (names.size() <= limit) return names.stream().sorted().toList();
            var first = new TreeSet<>(names.subList(0, limit));
            for (var name : names.subList(limit, names.size())) {
                if (name.compareTo(first.last()) > 0) continue;
                first.add(name);
                first.removeLast();
            }
            return List.copyOf(first);
        }
    }
}
