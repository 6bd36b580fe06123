package dev.gatehouse.key;

import java.time.Duration;

/// What became of a wish to change the signing keys.
public sealed interface Rotation {

    /// @param current the key that signs from now on
    record Done(String current) implements Rotation {}

    /// Clients may not have seen the next key yet: a token signed with it would look forged to them.
    record TooSoon(Duration patience) implements Rotation {}

    /// Tokens are signed with the secret of the settings; nothing is stored that could change.
    record SharedSecret() implements Rotation {}

    /// No stored key is called so.
    record NoSuchKey() implements Rotation {}
}
