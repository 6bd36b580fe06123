package dev.gatehouse.authzen;

import dev.gatehouse.permissions.check.Problem;
import java.util.List;

/// The answer to an evaluation. Whatever is not permitted is denied; the kinds of denial differ in what there
/// is to say about them.
///
/// @spec https://openid.net/specs/authorization-api-1_0.html#name-decision AuthZEN §5.5
sealed interface Decision {

    record Permitted() implements Decision {}

    /// Nothing allows it.
    record Denied() implements Decision {}

    /// The model knows no such type, or no such action on it.
    record Unknown(String why) implements Decision {}

    /// It cannot be told.
    record Undecided(Problem problem) implements Decision {}

    /// It could not even be asked.
    record NotAsked(List<Flaw> flaws) implements Decision {
        public NotAsked {
            flaws = List.copyOf(flaws);
        }
    }

    Decision PERMITTED = new Permitted();
    Decision DENIED = new Denied();

    default boolean permits() {
        return this instanceof Permitted;
    }
}
