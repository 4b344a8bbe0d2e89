package org.hotline400.sip;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/// How the way to a URI is looked up (RFC 3263).
///
/// @param servers the name servers to ask, in order; none: those of the machine
/// @param timeout how long one question to them may take in all; the way to a URI takes at most two in a row
public record SipDns(List<InetSocketAddress> servers, Duration timeout) {

    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(2);

    public SipDns {
        servers = List.copyOf(servers);
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout must be above zero, was " + timeout);
        }
    }

    /// As the machine does it, two seconds at most.
    public static SipDns usual() {
        return new SipDns(List.of(), USUAL_TIMEOUT);
    }

    public static SipDns asking(List<InetSocketAddress> servers) {
        return new SipDns(servers, USUAL_TIMEOUT);
    }
}
