package dev.gatehouse.secret;

import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text form of a password hash, which says all that is needed to check it, except the pepper:
/// `$argon2id$v=19$m=19456,t=2,p=1,keyid=…$salt$hash`.
///
/// This is the PHC string format that every Argon2 library writes; `keyid` is its own word for the key that was
/// mixed in. A hash without one was made elsewhere, without a pepper, and is still good.
///
/// @param pepperId names the pepper, never shows it
record StoredHash(PasswordCost cost, Optional<String> pepperId, byte[] salt, byte[] hash) {
    private static final Pattern FORMAT = Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,9}),t=(\\d{1,9}),p=(\\d{1,9})"
            + "(?:,keyid=([A-Za-z0-9+/]{1,11}))?\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{16,86})");

    /// @throws UnreadableHash when it is not such a text
    static StoredHash parse(String stored) {
        var parts = FORMAT.matcher(stored);
        if (!parts.matches())
            throw new UnreadableHash("it is not of the form $argon2id$v=19$m=…,t=…,p=…[,keyid=…]$salt$hash");
        return new StoredHash(
                cost(parts), Optional.ofNullable(parts.group(4)), decoded(parts.group(5)), decoded(parts.group(6)));
    }

    private static PasswordCost cost(Matcher parts) {
        try {
            return new PasswordCost(number(parts, 1), number(parts, 2), number(parts, 3));
        } catch (IllegalArgumentException outOfRange) {
            throw new UnreadableHash(outOfRange.getMessage());
        }
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException odd) {
            throw new UnreadableHash("its salt or hash is not base64");
        }
    }

    /// The text to store.
    String text() {
        var encoder = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + cost.memoryKib() + ",t=" + cost.iterations() + ",p=" + cost.parallelism()
                + pepperId.map(id -> ",keyid=" + id).orElse("")
                + "$" + encoder.encodeToString(salt)
                + "$" + encoder.encodeToString(hash);
    }

    /// Whether a hash made today would be made in the same way.
    boolean isAsGoodAs(PasswordCost today, String pepperToday) {
        return cost.equals(today) && Objects.equals(pepperId, Optional.of(pepperToday));
    }
}
