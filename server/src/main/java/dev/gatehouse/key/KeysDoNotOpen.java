package dev.gatehouse.key;

/// What is stored was sealed under another `JWT_SECRET_KEY` than the one of the settings.
public final class KeysDoNotOpen extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// @param what was found that belongs to another secret
    KeysDoNotOpen(String what) {
        super(what + " in the database does not fit this JWT_SECRET_KEY.");
    }
}
