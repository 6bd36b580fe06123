package dev.gatehouse.secret;

import java.security.MessageDigest;
import java.util.Optional;

/// Turns a password into what may be stored, and compares one with it: pepper first, then Argon2id.
///
/// A password is a `String` here, as HTTP delivers it: JSON parsing has already copied it about the heap, and
/// wiping one copy of several would only look careful.
record PasswordHash(PasswordCost cost, Pepper pepper) {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /// The text to store for a new password.
    String hash(String password) {
        var salt = RandomValues.bytes(SALT_BYTES);
        var hash = Argon2.fastest().hash(pepper.mixedInto(password), salt, cost, HASH_BYTES);
        return new StoredHash(cost, Optional.of(pepper.id()), salt, hash).text();
    }

    /// @throws UnreadableHash when `stored` is not one of ours
    Verification verify(String stored, String password) {
        var expected = StoredHash.parse(stored);
        var input = input(expected.pepperId(), password);
        var actual = Argon2.fastest().hash(input, expected.salt(), expected.cost(), expected.hash().length);
        if (!MessageDigest.isEqual(actual, expected.hash())) return new Verification.Differs();
        return new Verification.Matches(!expected.isAsGoodAs(cost, pepper.id()));
    }

    /// A hash of nothing: no password matches it, and finding that out costs what any other costs.
    String ofNobody() {
        return new StoredHash(
                        cost, Optional.of(pepper.id()), RandomValues.bytes(SALT_BYTES), RandomValues.bytes(HASH_BYTES))
                .text();
    }

    private byte[] input(Optional<String> pepperId, String password) {
        if (pepperId.isEmpty()) return Pepper.plain(password);
        if (pepperId.get().equals(pepper.id())) return pepper.mixedInto(password);
        throw new UnreadableHash("it was made under another JWT_SECRET_KEY (pepper " + pepperId.get() + ", ours is "
                + pepper.id() + "). Set the former key again, or let people recover their passwords");
    }
}
