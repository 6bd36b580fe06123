package dev.gatehouse.web;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.regex.Pattern;

/// Reads an IP address as people and proxies write it. The JDK alone would take `10.1` for 10.0.0.1, and a name
/// for a question to DNS.
final class AddressText {
    private static final Pattern FOUR_NUMBERS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

    private AddressText() {}

    /// @throws IllegalArgumentException when the text is no address
    static InetAddress parse(String text) {
        // A zone (`fe80::1%eth0`) means something on the machine that wrote it only.
        if (text.indexOf(':') >= 0 && text.indexOf('%') < 0) return Inet6Address.ofLiteral(text);
        if (FOUR_NUMBERS.matcher(text).matches()) return Inet4Address.ofLiteral(text);
        throw new IllegalArgumentException("not an address: " + text);
    }
}
