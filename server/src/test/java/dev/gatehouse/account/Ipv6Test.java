package dev.gatehouse.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Ipv6Test {

    @Test
    void addresses_of_one_network_are_one_however_they_are_written() {
        assertThat(Ipv6.prefix64("2001:db8:0:1::1"))
                .isEqualTo(Ipv6.prefix64("2001:0DB8:0000:0001:ffff:ffff:ffff:ffff"));
    }

    @Test
    void addresses_of_two_networks_are_two() {
        assertThat(Ipv6.prefix64("2001:db8:0:1::1")).isNotEqualTo(Ipv6.prefix64("2001:db8:0:2::1"));
    }

    @Test
    void a_zone_of_this_machine_does_not_matter() {
        assertThat(Ipv6.prefix64("fe80::1%lo")).isEqualTo(Ipv6.prefix64("fe80::2"));
    }

    @Test
    void what_is_no_address_stays_as_it_is() {
        assertThat(Ipv6.prefix64("local")).isEqualTo("local");
        assertThat(Ipv6.prefix64("not:an:address")).isEqualTo("not:an:address");
        assertThat(Ipv6.prefix64("192.0.2.1")).isEqualTo("192.0.2.1");
    }

    @Test
    void an_ipv4_address_in_the_clothes_of_ipv6_is_the_ipv4_address() {
        assertThat(Ipv6.prefix64("::ffff:192.0.2.1")).isNotEqualTo(Ipv6.prefix64("::ffff:192.0.2.2"));
    }
}
