package dev.gatehouse.web;

/// The bytes of a body do not come as HTTP has it: nobody can tell where the next request on this connection
/// begins.
final class BrokenBody extends RuntimeException {
    private final int status;

    BrokenBody(int status, Throwable cause) {
        super("the body is not framed as HTTP has it", cause);
        this.status = status;
    }

    Refusal refusal() {
        return BelowRouting.refusal(status, "a chunk of the body is malformed").lastOnConnection();
    }
}
