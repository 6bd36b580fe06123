package dev.gatehouse.secret;

import java.nio.ByteBuffer;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/// A token that means nothing by itself: 256 random bits behind a prefix, with a checksum at the end.
///
/// The prefix (`ghr_…`) lets secret scanners find one that was committed by mistake; the checksum lets them, and
/// us, tell one from a look-alike or a typing error without asking the database. It protects nothing: anyone can
/// compute it.
public final class OpaqueToken {
    private static final int SECRET_BYTES = 32;
    private static final int SECRET_CHARACTERS = 43;
    private static final int CHECKSUM_CHARACTERS = 6;
    private static final Pattern PREFIX = Pattern.compile("[a-z]{2,8}_");

    private OpaqueToken() {}

    /// A new token, `prefix` first.
    ///
    /// @param prefix lower-case letters and an underscore, such as `ghr_`
    public static String random(String prefix) {
        if (!PREFIX.matcher(prefix).matches()) throw new IllegalArgumentException("not a token prefix: " + prefix);
        var unchecked = prefix + Base64Url.encode(RandomValues.bytes(SECRET_BYTES));
        return unchecked + checksum(unchecked);
    }

    /// Whether `text` could be a token of ours with this prefix. Only the database knows whether it is one.
    public static boolean isWellFormed(String prefix, String text) {
        var unchecked = prefix.length() + SECRET_CHARACTERS;
        return text.length() == unchecked + CHECKSUM_CHARACTERS
                && text.startsWith(prefix)
                && text.substring(unchecked).equals(checksum(text.substring(0, unchecked)));
    }

    private static String checksum(String text) {
        var crc = new CRC32();
        crc.update(Utf8.bytes(text));
        return Base64Url.encode(
                ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array());
    }
}
