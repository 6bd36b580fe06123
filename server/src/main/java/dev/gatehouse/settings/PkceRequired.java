package dev.gatehouse.settings;

/// Of whom PKCE is required. Public clients never do without.
///
/// @spec https://www.rfc-editor.org/rfc/rfc9700#section-2.1.1 RFC 9700 §2.1.1
public enum PkceRequired {
    ALL,
    /// Confidential clients are asked only if they use it: for programs from before 2019.
    PUBLIC
}
