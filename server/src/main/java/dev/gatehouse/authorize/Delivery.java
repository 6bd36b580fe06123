package dev.gatehouse.authorize;

import dev.gatehouse.session.Ticket;
import java.util.List;
import java.util.Optional;

/// A request, taken out of whatever it came in.
///
/// @param isPushed whether the client brought it here itself, RFC 9126
/// @param reference the digest under which it was kept until the browser came; the answer spends it
/// @param isSigned whether the client had signed it, RFC 9101
record Delivery(RequestParameters parameters, boolean isPushed, Optional<String> reference, boolean isSigned) {

    /// No request can say these: what a caller sends under such names is not read.
    private static final String PUSHED = "gatehouse_pushed";

    private static final String SIGNED = "gatehouse_signed";

    /// A request that stood in an address or in a form.
    static Delivery of(RequestParameters parameters, boolean isPushed) {
        return new Delivery(parameters, isPushed, Optional.empty(), false);
    }

    /// Reads what [#query] once wrote.
    static Delivery parse(String query) {
        var kept = RequestParameters.parse(query);
        var reference = kept.find(PUSHED);
        return new Delivery(
                kept.without(List.of(PUSHED, SIGNED, Ticket.CONSENT)),
                reference.isPresent(),
                reference,
                kept.has(SIGNED));
    }

    Delivery keptAs(String digest) {
        return new Delivery(parameters, true, Optional.of(digest), isSigned);
    }

    Delivery with(String name, String value) {
        return new Delivery(parameters.with(name, value), isPushed, reference, isSigned);
    }

    /// As a table keeps it.
    String query() {
        var kept = isSigned ? parameters.with(SIGNED, "yes") : parameters;
        return reference.map(digest -> kept.with(PUSHED, digest)).orElse(kept).query();
    }
}
