package org.hotline400.app.doctor;

import java.net.InetAddress;
import org.hotline400.app.Ports;
import org.hotline400.app.run.PortRange;

/// The ports the platform listens on.
final class PortChecks {
    // One call needs two legs with a pair of ports each.
    private static final int PAIRS_NEEDED = 2;

    private PortChecks() {}

    static Finding http(InetAddress bind, int port) {
        return Ports.isTcpFree(bind, port)
                ? Finding.ok("HTTP port", "TCP " + port + " is free")
                : Finding.fail("HTTP port", "TCP " + port + " is taken", "stop what uses it, or --http another port");
    }

    static Finding sip(InetAddress bind, int port) {
        var fix = "stop what uses it, or --sip another port";
        if (!Ports.isUdpFree(bind, port)) {
            return Finding.fail("SIP port", "UDP " + port + " is taken", fix);
        }
        return Ports.isTcpFree(bind, port)
                ? Finding.ok("SIP port", "UDP and TCP " + port + " are free")
                : Finding.fail("SIP port", "TCP " + port + " is taken", fix);
    }

    static Finding rtp(InetAddress bind, PortRange range) {
        var pairs = 0;
        var taken = 0;
        for (var port = range.first() + (range.first() & 1); port + 1 <= range.last(); port += 2) {
            pairs++;
            if (!Ports.isUdpFree(bind, port)) {
                taken++;
            }
        }
        var text = "UDP " + range + ": " + (pairs - taken) + " of " + pairs + " pairs are free";
        if (pairs - taken < PAIRS_NEEDED) {
            return Finding.fail("RTP ports", text, "--rtp-ports another range");
        }
        return taken > pairs / 10
                ? Finding.warn("RTP ports", text, "--rtp-ports a range that nothing else uses")
                : Finding.ok("RTP ports", text);
    }
}
