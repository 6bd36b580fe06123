package dev.gatehouse.model;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// How versions of models are called: ULIDs, 26 characters that sort by time.
///
/// @spec https://github.com/ulid/spec ULID
final class ModelId {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 26;
    private static final int BITS_OF_DIGIT = 5;
    private static final int RANDOM_BITS = 80;
    private static final Pattern POSSIBLE = Pattern.compile("[0-7][" + DIGITS + "]{25}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private ModelId() {}

    /// Whether a version could be called so; the others need not be looked for.
    static boolean isPossible(String id) {
        return POSSIBLE.matcher(id).matches();
    }

    /// A new id that sorts behind the last, also when several come in the same millisecond or a clock goes
    /// back.
    static String after(Optional<String> last, Instant now) {
        var random =
                BigInteger.valueOf(now.toEpochMilli()).shiftLeft(RANDOM_BITS).or(new BigInteger(RANDOM_BITS, RANDOM));
        return spelled(last.map(ModelId::number)
                .map(BigInteger.ONE::add)
                .map(random::max)
                .orElse(random));
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
