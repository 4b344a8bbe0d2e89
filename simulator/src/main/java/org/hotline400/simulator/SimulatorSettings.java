package org.hotline400.simulator;

import java.net.InetAddress;
import java.util.Optional;
import org.hotline400.sip.SipAccount;

/// How a simulator runs.
///
/// @param bind the address SIP and audio listen on
/// @param sipPort UDP port of the carrier; 0 takes any free one
/// @param firstRtpPort,lastRtpPort the range audio ports are taken from
/// @param callerAccount what a caller must prove (digest) before the carrier lets the call in; empty: nothing
public record SimulatorSettings(
        InetAddress bind, int sipPort, int firstRtpPort, int lastRtpPort, Optional<SipAccount> callerAccount) {

    /// On this machine only, on any free SIP port. Audio ports are below those that systems hand out by themselves
    /// (Linux: 32768 and above) and apart from the platform's 20000–29999.
    public static SimulatorSettings onLoopback() {
        return new SimulatorSettings(InetAddress.getLoopbackAddress(), 0, 10_000, 19_999, Optional.empty());
    }

    public SimulatorSettings onSipPort(int port) {
        return new SimulatorSettings(bind, port, firstRtpPort, lastRtpPort, callerAccount);
    }

    public SimulatorSettings withRtpPorts(int first, int last) {
        return new SimulatorSettings(bind, sipPort, first, last, callerAccount);
    }

    public SimulatorSettings requiring(SipAccount account) {
        return new SimulatorSettings(bind, sipPort, firstRtpPort, lastRtpPort, Optional.of(account));
    }

    public SimulatorSettings boundTo(InetAddress address) {
        return new SimulatorSettings(address, sipPort, firstRtpPort, lastRtpPort, callerAccount);
    }
}
