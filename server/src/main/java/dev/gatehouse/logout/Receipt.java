package dev.gatehouse.logout;

import dev.gatehouse.outbound.OutboundAnswer;

/// What became of one attempt to tell a client.
///
/// @spec https://openid.net/specs/openid-connect-backchannel-1_0.html#BCResponse Back-Channel Logout §2.8
sealed interface Receipt {

    /// The client has signed the person out, or knew nothing of the session.
    record Delivered() implements Receipt {}

    /// The client has understood and will not, or cannot. Saying it once more changes nothing.
    record Refused(int status) implements Receipt {}

    /// Nobody was there, or somebody who had trouble.
    record Failed(String why) implements Receipt {}

    static Receipt of(OutboundAnswer answer) {
        return switch (answer) {
            case OutboundAnswer.Answered answered -> of(answered.status());
            // An operator may change what may be called; until then the client is not to be had.
            case OutboundAnswer.Refused(var why) -> new Failed(why);
            case OutboundAnswer.Failed(var why) -> new Failed(why);
        };
    }

    private static Receipt of(int status) {
        return switch (status) {
            // 204 is what some frameworks make of an empty 200.
            case 200, 204 -> new Delivered();
            // The one word of the specification for "invalid, or it failed"; 501 is what its drafts had for "I do not
            // know how".
            case 400, 501 -> new Refused(status);
            default -> new Failed("HTTP " + status);
        };
    }
}
