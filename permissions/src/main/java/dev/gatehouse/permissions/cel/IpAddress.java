package dev.gatehouse.permissions.cel;

import java.util.Optional;

/// An IPv4 or IPv6 address.
///
/// @param high the first 64 bits of an IPv6 address; 0 for IPv4
/// @param low the last 64 bits, or the 32 of an IPv4 address
/// @param zone of an IPv6 address, `eth0` in `fe80::1%eth0`; else empty
record IpAddress(boolean six, long high, long low, String zone) {

    private static final int GROUPS = 8;

    static Optional<IpAddress> parse(String text) {
        var percent = text.indexOf('%');
        if (percent < 0) return text.indexOf(':') < 0 ? four(text) : six(text, "");
        var zoned = percent + 1 < text.length() && text.indexOf(':') >= 0;
        return zoned ? six(text.substring(0, percent), text.substring(percent + 1)) : Optional.empty();
    }

    /// Four numbers without leading zeros: `010` is 8 to some and 10 to others.
    private static Optional<IpAddress> four(String text) {
        var parts = text.split("\\.", -1);
        if (parts.length != 4) return Optional.empty();
        var bits = 0L;
        for (var part : parts) {
            var number = number(part, 10, 3);
            if (number < 0 || number > 255 || part.length() > 1 && part.startsWith("0")) return Optional.empty();
            bits = bits << 8 | number;
        }
        return Optional.of(new IpAddress(false, 0, bits, ""));
    }

    private static Optional<IpAddress> six(String text, String zone) {
        var gap = text.indexOf("::");
        if (gap < 0) return groups(text, GROUPS).map(all -> of(all, zone));

        var before = groups(text.substring(0, gap), GROUPS - 1);
        var after = groups(text.substring(gap + 2), GROUPS - 1);
        if (before.isEmpty() || after.isEmpty()) return Optional.empty();
        if (before.get().length + after.get().length >= GROUPS) return Optional.empty();
        var all = new int[GROUPS];
        System.arraycopy(before.get(), 0, all, 0, before.get().length);
        System.arraycopy(after.get(), 0, all, GROUPS - after.get().length, after.get().length);
        return Optional.of(of(all, zone));
    }

    /// @return those of one side of `::`, or all eight
    private static Optional<int[]> groups(String text, int most) {
        if (text.isEmpty()) return most < GROUPS ? Optional.of(new int[0]) : Optional.empty();
        var parts = text.split(":", -1);
        var last = parts[parts.length - 1];
        var four = last.indexOf('.') < 0 ? Optional.<IpAddress>empty() : four(last);
        var groups = new int[four.isPresent() ? parts.length + 1 : parts.length];
        if (groups.length > most || most == GROUPS && groups.length < GROUPS) return Optional.empty();
        for (var i = 0; i < parts.length - (four.isPresent() ? 1 : 0); i++) {
            groups[i] = number(parts[i], 16, 4);
            if (groups[i] < 0) return Optional.empty();
        }
        four.ifPresent(address -> {
            groups[groups.length - 2] = (int) (address.low >> 16);
            groups[groups.length - 1] = (int) (address.low & 0xffff);
        });
        return Optional.of(groups);
    }

    private static IpAddress of(int[] groups, String zone) {
        return new IpAddress(true, bits(groups, 0), bits(groups, 4), zone);
    }

    private static long bits(int[] groups, int from) {
        var bits = 0L;
        for (var i = from; i < from + 4; i++) bits = bits << 16 | groups[i];
        return bits;
    }

    /// @return -1 if it is none, or longer than allowed
    static int number(String text, int radix, int longest) {
        if (text.isEmpty() || text.length() > longest) return -1;
        var number = 0;
        for (var i = 0; i < text.length(); i++) {
            var digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), radix) : -1;
            if (digit < 0) return -1;
            number = radix * number + digit;
        }
        return number;
    }
}
