package dev.gatehouse.secret;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// Identifiers of 26 characters that sort by the time of their making. OpenFGA's SDKs take no others for stores and
/// models.
///
/// Whoever sees one sees when it was made. Where that must not be told, use [OpaqueToken].
///
/// @spec https://github.com/ulid/spec ULID
public final class Ulid {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 26;
    private static final int BITS_OF_DIGIT = 5;
    private static final int RANDOM_BYTES = 10;
    private static final Pattern POSSIBLE = Pattern.compile("[0-7][" + DIGITS + "]{25}");

    private Ulid() {}

    /// Whether something could be called so; what could not need not be looked for.
    public static boolean isPossible(String id) {
        return POSSIBLE.matcher(id).matches();
    }

    /// A new identifier made at `now`: 48 bits of milliseconds, 80 random bits. Two of the same millisecond have
    /// no order.
    public static String at(Instant now) {
        return spelled(random(now));
    }

    /// A new identifier that sorts behind the last, also when several come in the same millisecond or a clock goes
    /// back.
    public static String after(Optional<String> last, Instant now) {
        var random = random(now);
        return spelled(
                last.map(Ulid::number).map(BigInteger.ONE::add).map(random::max).orElse(random));
    }

    private static BigInteger random(Instant now) {
        return BigInteger.valueOf(now.toEpochMilli())
                .shiftLeft(RANDOM_BYTES * Byte.SIZE)
                .or(new BigInteger(1, RandomValues.bytes(RANDOM_BYTES)));
    }

    private static String spelled(BigInteger number) {
        var id = new StringBuilder(LENGTH);
        for (var place = LENGTH - 1; place >= 0; place--) {
            id.append(DIGITS.charAt(number.shiftRight(place * BITS_OF_DIGIT).intValue() & 31));
        }
        return id.toString();
    }

    private static BigInteger number(String id) {
        return id.chars()
                .mapToObj(digit -> BigInteger.valueOf(DIGITS.indexOf(digit)))
                .reduce(
                        BigInteger.ZERO,
                        (number, digit) -> number.shiftLeft(BITS_OF_DIGIT).or(digit));
    }
}
