package dev.gatehouse.dpop;

import java.time.Instant;

/// What came of looking at a request's proof.
public sealed interface DpopVerdict {

    /// There is none.
    record Absent() implements DpopVerdict {}

    /// Its sender holds the key, unless it was shown before: [DpopProofs#spend] tells.
    ///
    /// @param jkt the key's thumbprint
    /// @param id its `jti`
    /// @param until from when on it would be refused anyway
    record Good(String jkt, String id, Instant until) implements DpopVerdict {}

    /// It holds no nonce that is good now; the answer must bring one.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc9449#section-8 RFC 9449 §8
    record NonceWanted() implements DpopVerdict {}

    /// @param why for the developer of the client
    record Bad(String why) implements DpopVerdict {}
}
