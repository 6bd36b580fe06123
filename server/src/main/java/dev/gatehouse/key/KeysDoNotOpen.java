package dev.gatehouse.key;

/// The stored signing keys were sealed under another `JWT_SECRET_KEY` than the one of the settings.
public final class KeysDoNotOpen extends RuntimeException {

    private static final long serialVersionUID = 1;

    KeysDoNotOpen(String kid) {
        super("The signing key " + kid + " in the database does not open with this JWT_SECRET_KEY.");
    }
}
