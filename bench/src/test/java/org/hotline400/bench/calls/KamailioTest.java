package org.hotline400.bench.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.hotline400.bench.platform.Ports;
import org.hotline400.bench.platform.Provisioning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Kamailio with our configuration, between our two SIPps.
@Timeout(60)
class KamailioTest {
    @TempDir
    Path folder;

    @Test
    void relaysEveryCall() throws Exception {
        assumeTrue(
                Programs.isOnPath("sipp"), "SIPp is not installed: on Debian and Ubuntu, apt-get install sip-tester");
        assumeTrue(Kamailio.isInstalled(), "Kamailio is not installed: on Debian and Ubuntu, apt-get install kamailio");
        var calls = CallList.write(folder, Provisioning.numbers(5));
        var load = new Load(20, 1);
        var carrier = new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free());
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free());
        try (var _ = Sipp.carrier(carrier);
                var kamailio = Kamailio.start(address, carrier);
                var callers = Sipp.callers(kamailio.sip(), calls, load)) {
            var result = callers.await(load);

            assertThat(result.completed()).as(result.text()).isEqualTo(20);
            // Its workers are counted with it.
            assertThat(kamailio.usage().descendantsPssKilobytes()).isPositive();
        }
    }
}
