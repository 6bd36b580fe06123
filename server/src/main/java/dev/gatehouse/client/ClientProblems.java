package dev.gatehouse.client;

import dev.gatehouse.web.ProblemType;

/// The refusals that the door of this room can answer with.
final class ClientProblems {

    static final ProblemType NO_SUCH_CLIENT = ProblemType.notFound("no-such-client", "There is no such client");
    static final ProblemType CLIENT_ID_TAKEN =
            ProblemType.conflict("client-id-taken", "Another client has this client_id");
    static final ProblemType HAS_NO_SECRET =
            ProblemType.conflict("client-has-no-secret", "A public client has no secret");

    private ClientProblems() {}
}
