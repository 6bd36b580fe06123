package dev.gatehouse.replay;

/// What kind of thing was shown: the same id may come once in each.
public enum Purpose {
    /// @spec https://www.rfc-editor.org/rfc/rfc7523#section-3 RFC 7523 §3
    CLIENT_ASSERTION,
    /// @spec https://www.rfc-editor.org/rfc/rfc9449#section-11.1 RFC 9449 §11.1
    DPOP_PROOF
}
