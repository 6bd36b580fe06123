package dev.gatehouse.web.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/// As much of DER as a certificate needs.
final class DerText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private DerText() {}

    static byte[] of(int tag, byte[]... parts) {
        var content = new ByteArrayOutputStream();
        for (var part : parts) content.writeBytes(part);
        var out = new ByteArrayOutputStream();
        out.write(tag);
        int length = content.size();
        if (length >= 256) {
            out.write(0x82);
            out.write(length >> 8);
        } else if (length >= 128) out.write(0x81);
        out.write(length);
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }

    static byte[] sequence(byte[]... parts) {
        return of(0x30, parts);
    }

    /// @param content of an object identifier, in hexadecimal
    static byte[] oid(String content) {
        return of(0x06, HexFormat.of().parseHex(content));
    }

    static byte[] text(int tag, String text) {
        return of(tag, text.getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] time(Instant moment) {
        return text(0x18, TIME.format(moment));
    }

    static byte[] bits(byte[] content) {
        return of(0x03, new byte[] {0}, content);
    }

    static byte[] extension(String oid, boolean isCritical, byte[] value) {
        var critical = isCritical ? of(0x01, new byte[] {(byte) 0xff}) : new byte[0];
        return sequence(oid(oid), critical, of(0x04, value));
    }
}
