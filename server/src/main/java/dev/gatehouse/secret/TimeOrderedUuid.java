package dev.gatehouse.secret;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

/// Identifiers whose order is the order of their making (UUID version 7): a b-tree then grows at its end instead
/// of everywhere. Two of the same millisecond have no order.
///
/// Whoever sees one sees when it was made. Where that must not be told, use [OpaqueToken].
///
/// @spec https://www.rfc-editor.org/rfc/rfc9562#section-5.7 RFC 9562 §5.7
public final class TimeOrderedUuid {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int RANDOM_BYTES = 10;

    private TimeOrderedUuid() {}

    /// A new identifier made at `now`: 48 bits of milliseconds, 74 random bits.
    public static UUID at(Instant now) {
        var random = ByteBuffer.wrap(RandomValues.bytes(RANDOM_BYTES));
        var high = now.toEpochMilli() << 16 | VERSION_7 | random.getShort() & 0x0fffL;
        var low = VARIANT | random.getLong() & 0x3fff_ffff_ffff_ffffL;
        return new UUID(high, low);
    }
}
