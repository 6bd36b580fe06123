package dev.gatehouse.secret;

/// A stored password hash that this server cannot check: a fault of the data or the settings, never of the
/// person.
final class UnreadableHash extends IllegalStateException {
    private static final long serialVersionUID = 1;

    UnreadableHash(String why) {
        super("a stored password hash cannot be checked: " + why);
    }
}
