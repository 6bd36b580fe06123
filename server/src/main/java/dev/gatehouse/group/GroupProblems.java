package dev.gatehouse.group;

import dev.gatehouse.web.ProblemType;

/// The refusals that the doors of this room can answer with.
public final class GroupProblems {

    static final ProblemType NO_SUCH_GROUP = ProblemType.notFound("no-such-group", "There is no such group");
    static final ProblemType GROUP_NAME_TAKEN = ProblemType.conflict("group-name-taken", "Another group has this name");
    static final ProblemType GROUP_ID_TAKEN = ProblemType.conflict("group-id-taken", "Another group has this id");
    static final ProblemType GROUP_IN_ITSELF =
            ProblemType.conflict("group-in-itself", "The group would be a member of itself");
    static final ProblemType GROUPS_TOO_DEEP =
            ProblemType.conflict("groups-too-deep", "Too many groups would stand in one another");

    public static final ProblemType NO_SUCH_SUBJECT =
            ProblemType.notFound("no-such-subject", "There is nobody who is called so");
    public static final ProblemType NOT_IN_MODEL =
            ProblemType.conflict("not-in-model", "The tenant's own model does not allow it");

    private GroupProblems() {}
}
