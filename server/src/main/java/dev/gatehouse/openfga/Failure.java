package dev.gatehouse.openfga;

import java.util.Collection;
import java.util.stream.Collectors;

/// Why something is not done or not answered.
///
/// @param message for the developer at the other end: what, where, and what to do
record Failure(FailureCode code, String message) {

    /// More are not told at once: nobody mends a thousand things from one line.
    private static final int MOST = 20;

    /// All that is wrong, in one line, since OpenFGA's errors have no list.
    static Failure of(FailureCode code, Collection<String> sentences) {
        var told = sentences.stream().limit(MOST).collect(Collectors.joining("; "));
        var more = sentences.size() - MOST;
        return new Failure(code, more > 0 ? told + "; and " + more + " more" : told);
    }
}
