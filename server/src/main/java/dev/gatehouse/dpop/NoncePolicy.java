package dev.gatehouse.dpop;

/// Whether a proof must hold a value that we gave out a moment ago.
///
/// @spec https://www.rfc-editor.org/rfc/rfc9449#section-8 RFC 9449 §8
public enum NoncePolicy {
    /// Every answer brings one. Who sends none is judged by the proof's own time.
    OFFERED,
    /// A proof without one is answered with one: no proof can be made beforehand, and clocks need not agree.
    REQUIRED
}
