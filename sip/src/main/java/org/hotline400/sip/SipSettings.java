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
/// @param maxLegs above this many legs new calls get 503 with Retry-After
/// @param tls SIP over TLS: a listener when it names a port; without it, outgoing connections trust as the JDK does
/// @param dns how host names are looked up
/// @param sessions session timers and reliable early media
public record SipSettings(
        InetSocketAddress bind,
        Optional<InetSocketAddress> advertised,
        String userAgent,
        Duration t1,
        Duration closingTime,
        int maxLegs,
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
                20_000,
                SipTls.outgoing(),
                SipDns.usual(),
                SipSessions.usual());
    }

    public SipSettings advertising(InetSocketAddress address) {
        return new SipSettings(bind, Optional.of(address), userAgent, t1, closingTime, maxLegs, tls, dns, sessions);
    }

    public SipSettings withUserAgent(String product) {
        return new SipSettings(bind, advertised, product, t1, closingTime, maxLegs, tls, dns, sessions);
    }

    public SipSettings withT1(Duration interval) {
        return new SipSettings(bind, advertised, userAgent, interval, closingTime, maxLegs, tls, dns, sessions);
    }

    public SipSettings withClosingTime(Duration longest) {
        return new SipSettings(bind, advertised, userAgent, t1, longest, maxLegs, tls, dns, sessions);
    }

    public SipSettings withMaxLegs(int most) {
        return new SipSettings(bind, advertised, userAgent, t1, closingTime, most, tls, dns, sessions);
    }

    public SipSettings withTls(SipTls how) {
        return new SipSettings(bind, advertised, userAgent, t1, closingTime, maxLegs, how, dns, sessions);
    }

    public SipSettings withDns(SipDns how) {
        return new SipSettings(bind, advertised, userAgent, t1, closingTime, maxLegs, tls, how, sessions);
    }

    public SipSettings withSessions(SipSessions how) {
        return new SipSettings(bind, advertised, userAgent, t1, closingTime, maxLegs, tls, dns, how);
    }
}
