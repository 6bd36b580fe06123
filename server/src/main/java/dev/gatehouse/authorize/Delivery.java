package dev.gatehouse.authorize;

import java.util.List;
import java.util.Optional;

/// A request, taken out of whatever it came in.
///
/// @param pushed the digest of the reference under which the client had pushed it, RFC 9126
/// @param isSigned whether the client had signed it, RFC 9101
record Delivery(RequestParameters parameters, Optional<String> pushed, boolean isSigned) {

    /// No request can say these: what a caller sends under such names is not read.
    private static final String PUSHED = "gatehouse_pushed";

    private static final String SIGNED = "gatehouse_signed";

    /// A request that stood in the address, or in a form.
    static Delivery plain(RequestParameters parameters) {
        return new Delivery(parameters, Optional.empty(), false);
    }

    /// Reads what [#query] once wrote.
    static Delivery parse(String query) {
        var kept = RequestParameters.parse(query);
        return new Delivery(kept.without(List.of(PUSHED, SIGNED)), kept.find(PUSHED), kept.has(SIGNED));
    }

    Delivery pushedAs(String digest) {
        return new Delivery(parameters, Optional.of(digest), isSigned);
    }

    Delivery with(String name, String value) {
        return new Delivery(parameters.with(name, value), pushed, isSigned);
    }

    /// As a table keeps it.
    String query() {
        var kept = isSigned ? parameters.with(SIGNED, "yes") : parameters;
        return pushed.map(digest -> kept.with(PUSHED, digest)).orElse(kept).query();
    }
}
