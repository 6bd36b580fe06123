package dev.gatehouse.authzen;

import dev.gatehouse.permissions.check.QuestionRules.Fault;
import dev.gatehouse.permissions.check.QuestionRules.Fault.Kind;
import java.util.List;
import java.util.stream.Collectors;

/// Why a question does not fit the model, in AuthZEN's words.
///
/// What can never be a name is the caller's mistake. What the model merely does not know may be known to
/// another one: nobody has a right to it, and that is the answer.
///
/// @param faults one at least
record Misfit(List<Fault> faults) {

    /// What can never be a name; empty if everything can.
    List<Flaw> flaws() {
        return faults.stream()
                .filter(fault -> fault.kind() == Kind.MALFORMED)
                .map(fault -> new Flaw(pointer(fault), "makes no name by its type and id. " + fault.why()))
                .toList();
    }

    String unknown() {
        return faults.stream().map(Fault::why).distinct().collect(Collectors.joining(" "));
    }

    Decision decision() {
        var flaws = flaws();
        return flaws.isEmpty() ? new Decision.Unknown(unknown()) : new Decision.NotAsked(flaws);
    }

    Found found() {
        var flaws = flaws();
        return flaws.isEmpty() ? new Found.Unknown(unknown()) : new Found.NotAsked(flaws);
    }

    private static String pointer(Fault fault) {
        return fault.member().equals("user") ? "/subject" : "/resource";
    }
}
