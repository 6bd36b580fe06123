package dev.gatehouse.audit;

import java.net.InetAddress;
import java.util.Optional;

/// Who asks and from where, as far as the street door knows: every audit record names it.
///
/// @param actor the subject of the account that acts; empty for a stranger
/// @param address the network address of the caller, after trusted proxies; `local` for the command line
/// @param requestId the id that the answer and the log carry too
public record Origin(Optional<String> actor, String address, String requestId) {

    /// Someone at the machine itself, by a command.
    public static final Origin COMMAND_LINE = new Origin(Optional.of("command-line"), "local", "-");

    /// The server itself, at its start.
    public static final Origin SERVER = new Origin(Optional.of("server"), "local", "-");

    /// Somebody on the network of whom we do not know yet who it is.
    public static Origin of(InetAddress address, String requestId) {
        return new Origin(Optional.empty(), address.getHostAddress(), requestId);
    }

    public Origin actingAs(String subject) {
        return new Origin(Optional.of(subject), address, requestId);
    }
}
