package org.hotline400.sip;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/// How a stack runs.
///
/// @param bind the address both the UDP and the TCP socket listen on; port 0 takes any free one
/// @param advertised the host (and port) written into Via and Contact when it differs from `bind`: behind NAT, or
///     bound to 0.0.0.0
/// @param userAgent the User-Agent / Server header
/// @param t1 RFC 3261 §17.1.1.1 T1; 500 ms by default
/// @param closingTime how long [SipStack#close] waits for its BYEs to be answered
/// @param limits what it bears before it sheds load
/// @param tls SIP over TLS: a listener when it names a port; without it, outgoing connections trust as the JDK does
/// @param dns how host names are looked up
/// @param sessions session timers and reliable early media
public record SipSettings(
        InetSocketAddress bind,
        Optional<InetSocketAddress> advertised,
        String userAgent,
        Duration t1,
        Duration closingTime,
        SipLimits limits,
        SipTls tls,
        SipDns dns,
        SipSessions sessions) {

    public static SipSettings on(InetSocketAddress bind) {
        return new SipSettings(
                bind,
                Optional.empty(),
                "Hotline400",
                Duration.ofMillis(500),
                Duration.ofSeconds(2),
                SipLimits.USUAL,
                SipTls.outgoing(),
                SipDns.usual(),
                SipSessions.usual());
    }

    public SipSettings advertising(InetSocketAddress address) {
        return new SipSettings(bind, Optional.of(address), userAgent, t1, closingTime, limits, tls, dns, sessions);
    }

    public SipSettings withUserAgent(String product) {
        return new SipSettings(bind, advertised, product, t1, closingTime, limits, tls, dns, sessions);
    }

    public SipSettings withT1(Duration interval) {
        return new SipSettings(bind, advertised, userAgent, interval, closingTime, limits, tls, dns, sessions);
    }

    public SipSettings withClosingTime(Duration longest) {
        return new SipSettings(bind, advertised, userAgent, t1, longest, limits, tls, dns, sessions);
    }

    public SipSettings withMaxLegs(int most) {
        return withLimits(limits.withMaxLegs(most));
    }

    public SipSettings withLimits(SipLimits others) {
        return new SipSettings(bind, advertised, userAgent, t1, closingTime, others, tls, dns, sessions);
    }

    public SipSettings withTls(SipTls how) {
        return new SipSettings(bind, advertised, userAgent, t1, closingTime, limits, how, dns, sessions);
    }

    public SipSettings withDns(SipDns how) {
        return new SipSettings(bind, advertised, userAgent, t1, closingTime, limits, tls, how, sessions);
    }

    public SipSettings withSessions(SipSessions how) {
        return new SipSettings(bind, advertised, userAgent, t1, closingTime, limits, tls, dns, how);
    }
}
