package dev.gatehouse.account;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/// The part of an IPv6 address that a network is given, as opposed to what its owner chooses.
public final class Ipv6 {

    private Ipv6() {}

    /// What one customer of a network has: an IPv4 address, or the /64 that an IPv6 address is of.
    public static String network(String address) {
        return address.contains(":") ? prefix64(address) : address;
    }

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
