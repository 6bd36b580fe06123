package dev.gatehouse.authzen;

import dev.gatehouse.permissions.check.Problem;
import java.util.List;
import java.util.Optional;

/// The answer to a search.
sealed interface Found {

    /// @param ids all of them, in order: of subjects, of resources, or the names of actions
    /// @param doubt why there may be more: something about them cannot be told
    record All(List<String> ids, Optional<Problem> doubt) implements Found {
        static All of(List<String> ids) {
            return new All(ids, Optional.empty());
        }
    }

    /// There is nothing to be found, since the model knows no such type or no such action on it.
    record Unknown(String why) implements Found {}

    /// A list that might not be complete is not given.
    record Undecided(Problem problem) implements Found {}

    /// It could not even be asked.
    record NotAsked(List<Flaw> flaws) implements Found {
        public NotAsked {
            flaws = List.copyOf(flaws);
        }
    }
}
