package org.hotline400.server.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitorAddressTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff",
        "fe80::1%eth0, fe80::2%eth1",
        "::ffff:192.0.2.1, 192.0.2.1",
        "unknown, also-unknown"
    })
    void are_one_visitor(String one, String other) {
        assertThat(VisitorAddress.of(one)).isEqualTo(VisitorAddress.of(other));
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.1, 192.0.2.2", "2001:db8:1:2::1, 2001:db8:1:3::1", "0.0.0.0, ::", "255.255.255.255, unknown"})
    void are_two_visitors(String one, String other) {
        assertThat(VisitorAddress.of(one)).isNotEqualTo(VisitorAddress.of(other));
    }
}
