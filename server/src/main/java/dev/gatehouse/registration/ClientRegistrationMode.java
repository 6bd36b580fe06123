package dev.gatehouse.registration;

/// Which applications may register themselves. Administrators register them always.
public enum ClientRegistrationMode {
    /// None.
    OFF,
    /// Whoever holds an initial access token from the command line.
    TOKEN,
    /// Everybody, a few an hour from one network.
    OPEN
}
