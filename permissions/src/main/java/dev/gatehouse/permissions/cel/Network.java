package dev.gatehouse.permissions.cel;

import java.util.Optional;

/// A range of addresses, `10.0.0.0/8`.
///
/// @param bits how many of the first bits an address must share with it
/// @spec https://www.rfc-editor.org/rfc/rfc4632#section-3.1 RFC 4632 §3.1
record Network(IpAddress address, int bits) {

    static Optional<Network> parse(String text) {
        var slash = text.lastIndexOf('/');
        if (slash < 0) return Optional.empty();
        var length = text.substring(slash + 1);
        var bits = IpAddress.number(length, 10, 3);
        var leadingZero = length.length() > 1 && length.startsWith("0");
        return IpAddress.parse(text.substring(0, slash))
                .filter(address -> address.zone().isEmpty() && !leadingZero)
                .filter(address -> bits >= 0 && bits <= (address.six() ? 128 : 32))
                .map(address -> new Network(address, bits));
    }

    /// IPv4 and IPv6 do not meet, not even where an IPv6 address wraps one of IPv4; and an address in a zone
    /// is in no network, since the network does not say of which zone it speaks.
    boolean contains(IpAddress other) {
        if (other.six() != address.six() || !other.zone().isEmpty()) return false;
        if (!address.six()) return same(address.low() << 32, other.low() << 32, bits);
        return same(address.high(), other.high(), Math.min(bits, 64))
                && same(address.low(), other.low(), Math.max(bits - 64, 0));
    }

    private static boolean same(long a, long b, int bits) {
        return bits == 0 || (a ^ b) >>> 64 - bits == 0;
    }
}
