package dev.gatehouse.web;

import java.util.Locale;
import java.util.regex.Pattern;

/// Hosts that lead to this machine and nowhere else.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6761#section-6.3 RFC 6761 §6.3
final class Loopback {
    private static final Pattern IPV4 = Pattern.compile("127(\\.[0-9]{1,3}){3}");

    private Loopback() {}

    static boolean is(String host) {
        if (host == null) return false;
        var name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.equals("[::1]")
                || IPV4.matcher(name).matches();
    }
}
