package dev.gatehouse.account;

/// Who may register an account over HTTP. The command line may always.
public enum RegistrationMode {
    /// Everybody.
    OPEN,
    /// Whoever holds an invitation from an administrator.
    INVITE,
    /// Nobody.
    CLOSED
}
