package dev.gatehouse.web.shape;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A growing buffer of JSON in UTF-8. It writes tokens and commas; the caller sees to what goes where.
final class JsonOutput {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[512];
    private int length;
    private boolean needsComma;

    void beginObject() {
        open('{');
    }

    void endObject() {
        close('}');
    }

    void beginArray() {
        open('[');
    }

    void endArray() {
        close(']');
    }

    /// A member's name, quoted and with its colon, as made by [#member(String)].
    void name(byte[] quoted) {
        separate();
        raw(quoted);
        needsComma = false;
    }

    void name(String name) {
        separate();
        quote(name);
        put(':');
        needsComma = false;
    }

    void string(String text) {
        separate();
        quote(text);
        needsComma = true;
    }

    /// A number, true, false or null.
    void literal(String ascii) {
        separate();
        ensure(ascii.length());
        for (int i = 0; i < ascii.length(); i++) bytes[length++] = (byte) ascii.charAt(i);
        needsComma = true;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    static byte[] member(String name) {
        var out = new JsonOutput();
        out.quote(name);
        out.put(':');
        return out.toBytes();
    }

    private void open(char bracket) {
        separate();
        put(bracket);
        needsComma = false;
    }

    private void close(char bracket) {
        put(bracket);
        needsComma = true;
    }

    private void separate() {
        if (needsComma) put(',');
    }

    private void quote(String text) {
        // Six bytes at most for each char: an escape.
        ensure(text.length() * 6 + 2);
        bytes[length++] = '"';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7f && c != '"' && c != '\\') bytes[length++] = (byte) c;
            else i += special(text, c, i);
        }
        bytes[length++] = '"';
    }

    /// @return how many chars more than one were written
    private int special(String text, char c, int at) {
        switch (c) {
            case '"', '\\' -> escape(c);
            case '\n' -> escape('n');
            case '\r' -> escape('r');
            case '\t' -> escape('t');
            default -> {
                if (c < ' ' || c == 0x7f) unicode(c);
                else if (c < 0x800) two(c);
                else if (!Character.isSurrogate(c)) three(c);
                else if (Character.isHighSurrogate(c)
                        && at + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(at + 1))) {
                    four(Character.toCodePoint(c, text.charAt(at + 1)));
                    return 1;
                } else three('\ufffd');
            }
        }
        return 0;
    }

    private void escape(char c) {
        bytes[length++] = '\\';
        bytes[length++] = (byte) c;
    }

    private void unicode(char c) {
        escape('u');
        for (int shift = 12; shift >= 0; shift -= 4) bytes[length++] = HEX[c >> shift & 0xf];
    }

    private void two(int c) {
        bytes[length++] = (byte) (0xc0 | c >> 6);
        bytes[length++] = (byte) (0x80 | c & 0x3f);
    }

    private void three(int c) {
        bytes[length++] = (byte) (0xe0 | c >> 12);
        bytes[length++] = (byte) (0x80 | c >> 6 & 0x3f);
        bytes[length++] = (byte) (0x80 | c & 0x3f);
    }

    private void four(int c) {
        bytes[length++] = (byte) (0xf0 | c >> 18);
        bytes[length++] = (byte) (0x80 | c >> 12 & 0x3f);
        bytes[length++] = (byte) (0x80 | c >> 6 & 0x3f);
        bytes[length++] = (byte) (0x80 | c & 0x3f);
    }

    private void raw(byte[] more) {
        ensure(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    private void put(char ascii) {
        ensure(1);
        bytes[length++] = (byte) ascii;
    }

    private void ensure(int more) {
        if (length + more > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
}
