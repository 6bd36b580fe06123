package dev.gatehouse.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/// Which addresses are everybody's. All others lead into some private network: ours, or the machine itself.
///
/// An IPv4 address that is written as one of IPv6 (`::ffff:10.0.0.1`) is an IPv4 address to Java, and judged as one.
///
/// @spec https://www.iana.org/assignments/iana-ipv4-special-registry IANA IPv4 Special-Purpose Address Registry
/// @spec https://www.iana.org/assignments/iana-ipv6-special-registry IANA IPv6 Special-Purpose Address Registry
final class PublicAddresses {

    private static final List<Block> SPECIAL_IPV4 = Stream.of(
                    "0.0.0.0/8", // this network
                    "10.0.0.0/8", // private
                    "100.64.0.0/10", // between a provider and its customers (CGNAT)
                    "127.0.0.0/8", // this machine
                    "169.254.0.0/16", // this link; where clouds tell machines their secrets
                    "172.16.0.0/12", // private
                    "192.0.0.0/24", // protocols
                    "192.0.2.0/24", // documents
                    "192.88.99.0/24", // relays to IPv6, of old
                    "192.168.0.0/16", // private
                    "198.18.0.0/15", // measurements
                    "198.51.100.0/24", // documents
                    "203.0.113.0/24", // documents
                    "224.0.0.0/4", // many at once
                    "240.0.0.0/4") // reserved, and everybody at once
            .map(Block::of)
            .toList();

    /// Of all of IPv6 only this is given out to machines that everybody can reach. `64:ff9b::/96`, behind which any
    /// IPv4
    /// address can hide, is outside.
    private static final Block GLOBAL_IPV6 = Block.of("2000::/3");

    private static final List<Block> SPECIAL_IPV6 = Stream.of(
                    "2001::/23", // protocols; Teredo, which carries an IPv4 address
                    "2001:db8::/32", // documents
                    "2002::/16", // 6to4, which carries an IPv4 address
                    "3fff::/20") // documents
            .map(Block::of)
            .toList();

    private PublicAddresses() {}

    static boolean has(InetAddress address) {
        if (address instanceof Inet4Address) return SPECIAL_IPV4.stream().noneMatch(block -> block.has(address));
        return GLOBAL_IPV6.has(address) && SPECIAL_IPV6.stream().noneMatch(block -> block.has(address));
    }

    /// All addresses that begin with the same bits.
    private record Block(byte[] start, int bits) {

        static Block of(String text) {
            var slash = text.indexOf('/');
            var start = InetAddress.ofLiteral(text.substring(0, slash)).getAddress();
            return new Block(start, Integer.parseInt(text.substring(slash + 1)));
        }

        boolean has(InetAddress address) {
            var other = address.getAddress();
            for (var bit = 0; bit < bits; bit++) if (isSet(start, bit) != isSet(other, bit)) return false;
            return other.length == start.length;
        }

        private static boolean isSet(byte[] bytes, int bit) {
            return bit / 8 < bytes.length && (bytes[bit / 8] >> (7 - bit % 8) & 1) == 1;
        }
    }
}
