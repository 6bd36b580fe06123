package dev.gatehouse.token;

import dev.gatehouse.dpop.DpopProofs;

/// What a door answers to an access token that is missing or not good, in the header `WWW-Authenticate`.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6750#section-3 RFC 6750 §3
/// @spec https://www.rfc-editor.org/rfc/rfc9449#section-7.1 RFC 9449 §7.1, §7.2
final class Challenge {

    static final String HEADER = "WWW-Authenticate";

    private static final String DPOP = "DPoP algs=\"" + String.join(" ", DpopProofs.ALGORITHM_NAMES) + "\"";

    /// RFC 6750 §3.1: who shows nothing is told nothing but the schemes.
    static final String NO_TOKEN = "Bearer, " + DPOP;

    private Challenge() {}

    /// @param why without quotation marks
    static String bearer(String error, String why) {
        return "Bearer " + fault(error, why);
    }

    /// @param why without quotation marks
    static String dpop(String error, String why) {
        return DPOP + ", " + fault(error, why);
    }

    /// For a token that is good by another scheme than the one it came by.
    static String bearerOrDpop(String error, String why) {
        return bearer(error, why) + ", " + DPOP;
    }

    private static String fault(String error, String why) {
        return "error=\"" + error + "\", error_description=\"" + why + "\"";
    }
}
