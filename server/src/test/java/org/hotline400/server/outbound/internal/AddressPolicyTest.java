package org.hotline400.server.outbound.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.hotline400.server.kernel.AddressRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {
    private final AddressPolicy strict = new AddressPolicy(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.100.100.200",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.0.9",
                "169.254.169.254",
                "168.63.129.16",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "100::1",
                "5f00::1"
            })
    void whatIsNotOfThePublicInternetIsForbidden(String address) {
        assertThat(strict.objection(InetAddress.ofLiteral(address))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
                "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0", "223.255.255.255", "2400:3200::1",
                "2606:4700:4700::1111", "::ffff:1.1.1.1"
            })
    void whatIsPublicMayBeAsked(String address) {
        assertThat(strict.objection(InetAddress.ofLiteral(address))).isEmpty();
    }

    @Test
    void theOperatorMayAllowABlockAndNothingBeside() {
        var policy = new AddressPolicy(List.of(AddressRange.of("10.20.0.0/16"), AddressRange.of("fd00:1::/32")));
        assertThat(policy.objection(InetAddress.ofLiteral("10.20.3.4"))).isEmpty();
        assertThat(policy.objection(InetAddress.ofLiteral("::ffff:10.20.3.4"))).isEmpty();
        assertThat(policy.objection(InetAddress.ofLiteral("fd00:1::9"))).isEmpty();
        assertThat(policy.objection(InetAddress.ofLiteral("10.21.0.1"))).isPresent();
        assertThat(policy.objection(InetAddress.ofLiteral("fd00:2::1"))).isPresent();
    }
}
