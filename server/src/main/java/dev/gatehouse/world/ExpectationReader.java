package dev.gatehouse.world;

import java.util.Optional;
import java.util.Set;

/// What an answer must be, as a file says it after the name of a relation.
final class ExpectationReader {

    private static final Set<String> ERROR = WorldReader.names("error");

    private ExpectationReader() {}

    /// `true`, `false`, or an error.
    static Optional<Expectation> answer(Part part) {
        if (isError(part)) return error(part);
        var truth = part.truth();
        if (truth.isEmpty()) part.fault("Say true, false, or {error: " + ErrorKind.MISSING_CONTEXT.word() + "}.");
        return truth.map(Expectation.Answer::new);
    }

    /// A list of names, or an error.
    static Optional<Expectation> names(Part part) {
        if (isError(part)) return error(part);
        return Optional.of(Expectation.Names.of(part.scalars()));
    }

    static boolean isError(Part part) {
        return part.isMap() && part.members().containsKey("error");
    }

    static Optional<Expectation> error(Part part) {
        var word = part.members(ERROR).get("error");
        var kind = word.scalar().flatMap(ErrorKind::of);
        if (kind.isEmpty()) word.fault("There is no such error; there are " + ErrorKind.words() + ".");
        return kind.map(Expectation.Error::new);
    }
}
