package dev.gatehouse.web;

import java.net.InetAddress;
import java.util.Arrays;

/// An address block in CIDR writing: `10.0.0.0/8`, `fd00::/8`, or one address.
public record Network(InetAddress address, int prefixBits) {

    /// @throws IllegalArgumentException when the text is neither an address nor a block
    public static Network parse(String text) {
        int slash = text.indexOf('/');
        try {
            var address = AddressText.parse(slash < 0 ? text : text.substring(0, slash));
            int most = address.getAddress().length * 8;
            int bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
            if (bits < 0 || bits > most) throw new IllegalArgumentException("prefix out of range");
            return new Network(address, bits);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a network: write 10.0.0.0/8, fd00::/8 or one address", e);
        }
    }

    boolean contains(InetAddress other) {
        var ours = address.getAddress();
        var theirs = other.getAddress();
        if (ours.length != theirs.length) return false;
        int wholeBytes = prefixBits / 8;
        if (!Arrays.equals(ours, 0, wholeBytes, theirs, 0, wholeBytes)) return false;
        int restBits = prefixBits % 8;
        if (restBits == 0) return true;
        int mask = 0xff << (8 - restBits) & 0xff;
        return (ours[wholeBytes] & mask) == (theirs[wholeBytes] & mask);
    }
}
