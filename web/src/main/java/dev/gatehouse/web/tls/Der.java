package dev.gatehouse.web.tls;

import java.io.ByteArrayOutputStream;

/// The few words of DER that it takes to put a key of an older form into the envelope of PKCS #8.
final class Der {

    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;
    private static final int LONG_LENGTH = 0x80;

    private Der() {}

    static byte[] sequence(byte[]... parts) {
        return wrapped(SEQUENCE, parts);
    }

    static byte[] octets(byte[] content) {
        return wrapped(OCTET_STRING, content);
    }

    private static byte[] wrapped(int tag, byte[]... parts) {
        var content = new ByteArrayOutputStream();
        for (var part : parts) content.writeBytes(part);
        var out = new ByteArrayOutputStream();
        out.write(tag);
        writeLength(out, content.size());
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }

    private static void writeLength(ByteArrayOutputStream out, int length) {
        if (length < LONG_LENGTH) {
            out.write(length);
            return;
        }
        int bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
        out.write(LONG_LENGTH | bytes);
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) out.write(length >> shift);
    }

    /// The object identifier that stands in the field `[0]` of an EC key: which curve it is on.
    ///
    /// @return with its tag and length
    /// @throws IllegalArgumentException when the key does not say
    /// @spec https://www.rfc-editor.org/rfc/rfc5915#section-3 RFC 5915 §3
    static byte[] curveOf(byte[] ecPrivateKey) {
        // SEQUENCE { INTEGER 1, OCTET STRING key, [0] { OBJECT IDENTIFIER } … }: each shorter than 256 bytes.
        int at = contentAt(ecPrivateKey, 0);
        at = after(ecPrivateKey, at);
        at = after(ecPrivateKey, at);
        if (at + 2 >= ecPrivateKey.length || (ecPrivateKey[at] & 0xff) != 0xa0)
            throw new IllegalArgumentException("does not say on which curve it is; convert it to PKCS #8");
        int oid = contentAt(ecPrivateKey, at);
        int end = after(ecPrivateKey, oid);
        var curve = new byte[end - oid];
        System.arraycopy(ecPrivateKey, oid, curve, 0, curve.length);
        return curve;
    }

    private static int contentAt(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        return at + 2 + (first < LONG_LENGTH ? 0 : first - LONG_LENGTH);
    }

    private static int after(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        int length = first;
        if (first >= LONG_LENGTH) {
            length = 0;
            for (int i = 0; i < first - LONG_LENGTH; i++) length = length << 8 | der[at + 2 + i] & 0xff;
        }
        return contentAt(der, at) + length;
    }
}
