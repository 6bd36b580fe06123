package dev.gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is the caller, when proxies stand between? A table row a test.
class TrustedProxiesTest {
    private static final TrustedProxies OURS = new TrustedProxies(
            List.of(Network.parse("10.0.0.0/8"), Network.parse("fd00::/8"), Network.parse("192.0.2.1")));

    private static String callerBehind(String peer, String forwardedFor) {
        var hops = ForwardedHeader.plainAddresses(List.of(forwardedFor));
        return OURS.clientBehind(InetAddress.ofLiteral(peer), hops).getHostAddress();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.1 | 203.0.113.7                        | 203.0.113.7",
                "10.0.0.1 | 6.6.6.6, 203.0.113.7               | 203.0.113.7",
                "10.0.0.1 | 203.0.113.7, 10.1.1.1, 10.2.2.2    | 203.0.113.7",
                "10.0.0.1 | 10.1.1.1                           | 10.1.1.1",
                "10.0.0.1 | 203.0.113.7:4711                   | 203.0.113.7",
                "10.0.0.1 | [2001:db8::1]:4711                 | 2001:db8:0:0:0:0:0:1",
                "10.0.0.1 | 2001:db8::1                        | 2001:db8:0:0:0:0:0:1",
                "10.0.0.1 | 203.0.113.7, unknown               | 10.0.0.1",
                "10.0.0.1 | 203.0.113.7, evil.example, 10.1.1.1 | 10.1.1.1",
                "10.0.0.1 | ''                                 | 10.0.0.1",
                "fd00::1  | 203.0.113.7                        | 203.0.113.7",
            })
    void the_caller_is_the_first_who_is_not_ours(String peer, String forwardedFor, String caller) {
        assertThat(callerBehind(peer, forwardedFor)).isEqualTo(caller);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,10.255.255.255,true",
        "10.0.0.0/8,11.0.0.0,false",
        "192.168.4.0/22,192.168.7.255,true",
        "192.168.4.0/22,192.168.8.0,false",
        "0.0.0.0/0,8.8.8.8,true",
        "0.0.0.0/0,::1,false",
        "2001:db8::/33,2001:db8:7fff::1,true",
        "2001:db8::/33,2001:db8:8000::1,false",
        "127.0.0.1,127.0.0.2,false",
        "::1,::1,true"
    })
    void a_network_holds_its_addresses(String network, String address, boolean holds) {
        assertThat(Network.parse(network).contains(InetAddress.ofLiteral(address)))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.0.0.0/33", "10.0.0/8", "::1/129", "example.com", "10.0.0.0/-1", "10.0.0.0/x", "/8"})
    void what_is_no_network_is_refused(String text) {
        assertThatThrownBy(() -> Network.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a network: write 10.0.0.0/8");
    }

    @Test
    void the_standard_header_is_read_too() {
        var addresses = ForwardedHeader.addresses(List.of(
                "For=\"[2001:db8:cafe::17]:4711\";proto=https, for=192.0.2.60;by=203.0.113.43",
                "for=_hidden, proto=http"));
        assertThat(addresses).hasSize(4);
        assertThat(addresses.get(0).orElseThrow().getHostAddress()).isEqualTo("2001:db8:cafe:0:0:0:0:17");
        assertThat(addresses.get(1).orElseThrow().getHostAddress()).isEqualTo("192.0.2.60");
        assertThat(addresses.get(2)).isEmpty();
        assertThat(addresses.get(3)).isEmpty();
    }
}
