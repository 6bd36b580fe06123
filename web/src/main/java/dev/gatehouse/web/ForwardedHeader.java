package dev.gatehouse.web;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads the addresses that proxies write down. An entry that is hidden, a name or nonsense is empty; nothing
/// here asks DNS.
///
/// @spec https://www.rfc-editor.org/rfc/rfc7239#section-4 RFC 7239 §4
final class ForwardedHeader {
    private ForwardedHeader() {}

    /// `Forwarded: for=192.0.2.60;proto=http, for="[2001:db8::1]:4711"`
    static List<Optional<InetAddress>> addresses(List<String> headers) {
        var addresses = new ArrayList<Optional<InetAddress>>();
        for (var header : headers) for (var element : header.split(",")) addresses.add(addressOf(element));
        return addresses;
    }

    private static Optional<InetAddress> addressOf(String element) {
        for (var pair : element.split(";")) {
            var parts = pair.strip().split("=", 2);
            if (parts.length == 2 && parts[0].toLowerCase(Locale.ROOT).equals("for"))
                return address(parts[1].strip().replaceAll("^\"|\"$", ""));
        }
        return Optional.empty();
    }

    /// `X-Forwarded-For: 203.0.113.7, 10.0.0.3`
    static List<Optional<InetAddress>> plainAddresses(List<String> headers) {
        var addresses = new ArrayList<Optional<InetAddress>>();
        for (var header : headers) for (var address : header.split(",")) addresses.add(address(address.strip()));
        return addresses;
    }

    /// An address, perhaps with a port: `192.0.2.1`, `192.0.2.1:80`, `2001:db8::1`, `[2001:db8::1]:80`.
    private static Optional<InetAddress> address(String text) {
        var literal = text;
        if (text.startsWith("[")) literal = text.substring(1, Math.max(1, text.indexOf(']')));
        else if (text.indexOf(':') == text.lastIndexOf(':') && text.indexOf('.') > 0)
            literal = text.replaceAll(":[0-9]+$", "");
        try {
            return Optional.of(AddressText.parse(literal));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
