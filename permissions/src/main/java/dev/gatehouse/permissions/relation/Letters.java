package dev.gatehouse.permissions.relation;

import java.nio.charset.StandardCharsets;

/// Letters as one to three bytes, in the manner of UTF-8 but each `char` by itself: so that what no Unicode
/// text may hold, half of a pair, is kept too, and two names never become one.
final class Letters {

    /// The most bytes that a letter takes.
    static final int WIDEST = 3;

    private Letters() {}

    /// @return where the next letter goes
    static int write(byte[] bytes, int at, char letter) {
        if (letter < 0x80) {
            bytes[at] = (byte) letter;
            return at + 1;
        }
        if (letter < 0x800) {
            bytes[at] = (byte) (0xC0 | letter >> 6);
            bytes[at + 1] = (byte) (0x80 | letter & 0x3F);
            return at + 2;
        }
        bytes[at] = (byte) (0xE0 | letter >> 12);
        bytes[at + 1] = (byte) (0x80 | letter >> 6 & 0x3F);
        bytes[at + 2] = (byte) (0x80 | letter & 0x3F);
        return at + 3;
    }

    static char read(byte[] bytes, int at) {
        var first = bytes[at];
        return switch (width(first)) {
            case 1 -> (char) first;
            case 2 -> (char) ((first & 0x1F) << 6 | bytes[at + 1] & 0x3F);
            default -> (char) ((first & 0x0F) << 12 | (bytes[at + 1] & 0x3F) << 6 | bytes[at + 2] & 0x3F);
        };
    }

    /// The letters of a stretch in which each takes one byte, as nearly all do; otherwise `null`.
    static String plain(byte[] bytes, int from, int to) {
        for (var at = from; at < to; at++) if (bytes[at] < 0) return null;
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /// How many bytes a letter takes that begins with this one.
    static int width(byte first) {
        if (first >= 0) return 1;
        return (first & 0x20) == 0 ? 2 : 3;
    }
}
