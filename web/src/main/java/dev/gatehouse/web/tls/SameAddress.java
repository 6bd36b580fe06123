package dev.gatehouse.web.tls;

import java.net.InetAddress;

/// Whether two texts write the same IP address.
final class SameAddress {

    private SameAddress() {}

    static boolean of(String one, String other) {
        try {
            return InetAddress.ofLiteral(one).equals(InetAddress.ofLiteral(other));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
