package org.hotline400.app.doctor;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.Optional;
import org.hotline400.server.kernel.HostPort;
import org.hotline400.simulator.Simulator;
import org.hotline400.simulator.SimulatorSettings;

/// The carrier: whether anything answers OPTIONS there. Any answer will do, a refusal too: somebody speaks SIP.
final class TrunkCheck implements Check {
    private static final String PART = "Trunk";
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Optional<HostPort> trunk;

    TrunkCheck(Optional<HostPort> trunk) {
        this.trunk = trunk;
    }

    @Override
    public Finding look() {
        return trunk.map(this::ping)
                .orElseGet(() -> Finding.ok(PART, "none given; --trunk HOST:PORT names one to look at"));
    }

    private Finding ping(HostPort at) {
        try {
            return ping(at.resolve());
        } catch (IllegalArgumentException unknown) {
            return Finding.fail(PART, String.valueOf(unknown.getMessage()), "check the name in --trunk, and the DNS");
        } catch (IOException e) {
            return Finding.fail(PART, "there is no way to " + at + ": " + e.getMessage(), "check the network");
        }
    }

    private static Finding ping(InetSocketAddress address) throws IOException {
        try (var simulator = Simulator.start(SimulatorSettings.onLoopback().boundTo(facing(address)))) {
            var status = simulator.carrier().options(address, PATIENCE).status();
            var at = HostPort.of(address);
            return status == 408 || status == 503
                    ? Finding.fail(
                            PART,
                            at + " does not answer OPTIONS within " + PATIENCE.toSeconds() + " s",
                            "check address and port with the carrier, and the firewall (UDP)")
                    : Finding.ok(PART, at + " answers OPTIONS with " + status);
        }
    }

    private static InetAddress facing(InetSocketAddress address) throws SocketException {
        try (var probe = new DatagramSocket()) {
            probe.connect(address);
            return probe.getLocalAddress();
        }
    }
}
