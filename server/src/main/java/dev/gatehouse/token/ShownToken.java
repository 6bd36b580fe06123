package dev.gatehouse.token;

import dev.gatehouse.jose.JwtClaims;
import java.util.Optional;

/// What came of looking for an access token in a request.
sealed interface ShownToken {

    /// There is none.
    record Nothing() implements ShownToken {}

    /// Genuine, in time, and in the hands of whoever it was given to. Whether it was revoked is another question.
    record Good(JwtClaims claims) implements ShownToken {}

    /// @param error a word of RFC 6750 §3.1 or RFC 9449 §12.2
    /// @param why for the developer of the client
    /// @param challenge as `WWW-Authenticate` says it
    /// @param nonce that the next proof must hold
    record Bad(String error, String why, String challenge, Optional<String> nonce) implements ShownToken {}
}
