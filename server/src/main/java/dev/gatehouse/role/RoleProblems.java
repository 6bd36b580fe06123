package dev.gatehouse.role;

import dev.gatehouse.group.GroupProblems;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.ProblemType;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The refusals that the doors of this room can answer with.
final class RoleProblems {

    static final ProblemType NO_SUCH_ROLE = ProblemType.notFound("no-such-role", "There is no such role");

    private RoleProblems() {}

    /// What every door says to the outcomes of a change.
    static <T> Answer<T> answer(RoleChange outcome, Supplier<Answer<T>> granted) {
        return switch (outcome) {
            case RoleChange.Settled _ -> granted.get();
            case RoleChange.NoSuchRole _ -> unknown();
            case RoleChange.NoSuchSubject _ ->
                Answer.refused(
                        GroupProblems.NO_SUCH_SUBJECT,
                        "No account, client or group has this id; it may have been removed.");
            case RoleChange.NotInModel(var faults) ->
                Answer.refused(
                        GroupProblems.NOT_IN_MODEL,
                        faults.stream()
                                .map(fault -> fault.place() + ": " + fault.message())
                                .collect(Collectors.joining("; ")));
        };
    }

    static <T> Answer<T> unknown() {
        return Answer.refused(NO_SUCH_ROLE, "No role has this name; it may have been removed.");
    }
}
