package dev.gatehouse.openfga;

import dev.gatehouse.tenant.Tenant;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.regex.Pattern;

/// How stores are called: ULIDs, 26 characters that sort by time.
///
/// SDKs take nothing else, so that the tenant `main` goes by a ULID too.
///
/// @spec https://github.com/ulid/spec ULID
final class StoreId {

    /// What the tenant `main` is called.
    static final String MAIN = "0000000000000000000000MA1N";

    /// What may stand for a store or a model in a path or a body.
    static final String FORM = "[0-9A-HJKMNP-TV-Z]{26}";

    private static final Pattern WHOLE = Pattern.compile(FORM);
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM_BITS = 80;
    private static final SecureRandom RANDOM = new SecureRandom();

    private StoreId() {}

    static boolean isWellFormed(String id) {
        return WHOLE.matcher(id).matches();
    }

    static String ofTenant(String tenantId) {
        return tenantId.equals(Tenant.MAIN) ? MAIN : tenantId;
    }

    static String tenant(String storeId) {
        return storeId.equals(MAIN) ? Tenant.MAIN : storeId;
    }

    static String make(Instant now) {
        var number =
                BigInteger.valueOf(now.toEpochMilli()).shiftLeft(RANDOM_BITS).or(new BigInteger(RANDOM_BITS, RANDOM));
        var id = new StringBuilder();
        for (var bit = 125; bit >= 0; bit -= 5)
            id.append(DIGITS.charAt(number.shiftRight(bit).intValue() & 31));
        return id.toString();
    }
}
