package dev.gatehouse.outbound;

import java.util.Map;
import java.util.Optional;

/// What came of a call to somebody else.
public sealed interface OutboundAnswer {

    /// An answer, whichever; redirects are not followed.
    ///
    /// @param headers by names in lower case; several of a name stand in one with commas between
    record Answered(int status, Map<String, String> headers, byte[] body) implements OutboundAnswer {

        public Answered {
            headers = Map.copyOf(headers);
        }

        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }

    /// We do not call this address.
    ///
    /// @param why for whoever registered it
    record Refused(String why) implements OutboundAnswer {}

    /// There was no answer, or none that could be understood in time.
    ///
    /// @param why for the log
    record Failed(String why) implements OutboundAnswer {}
}
