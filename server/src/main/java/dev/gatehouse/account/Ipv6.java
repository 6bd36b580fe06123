package dev.gatehouse.account;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/// The part of an IPv6 address that a network is given, as opposed to what its owner chooses.
final class Ipv6 {

    private Ipv6() {}

    static String prefix64(String address) {
        try {
            // A zone (`%eth0`) names a cable of this machine, not somebody on it.
            return InetAddress.ofLiteral(address.replaceFirst("%.*", "")) instanceof Inet6Address v6
                    ? HexFormat.of().formatHex(Arrays.copyOf(v6.getAddress(), 8))
                    : address;
        } catch (IllegalArgumentException notAnAddress) {
            return address;
        }
    }
}
