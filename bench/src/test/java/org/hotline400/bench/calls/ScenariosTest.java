package org.hotline400.bench.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.hotline400.bench.platform.Ports;
import org.hotline400.bench.platform.Provisioning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The scenario files, played by SIPp against each other.
@Timeout(60)
class ScenariosTest {
    @TempDir
    Path folder;

    @Test
    void callersAndCarrierCompleteEveryCall() throws Exception {
        assumeTrue(
                Programs.isOnPath("sipp"), "SIPp is not installed: on Debian and Ubuntu, apt-get install sip-tester");
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free());
        var calls = CallList.write(folder, Provisioning.numbers(5));
        var load = new Load(10, 2);
        try (var _ = Sipp.carrier(address)) {
            assertThat(FirstCall.isAnswered(address, Duration.ofSeconds(10))).isTrue();
            try (var callers = Sipp.callers(address, calls, load)) {
                var result = callers.await(load);

                assertThat(result.completed()).as(result.text()).isEqualTo(20);
                assertThat(result.isCarried()).as(result.toString()).isTrue();
            }
        }
    }

    @Test
    void everyNumberIsCalledByAMobileNumber() throws Exception {
        var lines = java.nio.file.Files.readAllLines(CallList.write(folder, Provisioning.numbers(3)));

        assertThat(lines).hasSize(4).startsWith("SEQUENTIAL");
        assertThat(lines.subList(1, 4)).allMatch(line -> line.matches("400100000[0-2];139\\d{8};"));
    }
}
