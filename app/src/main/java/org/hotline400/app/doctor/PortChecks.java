package org.hotline400.app.doctor;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import org.hotline400.app.run.PortRange;

/// The ports the platform listens on.
final class PortChecks {
    // One call needs two legs with a pair of ports each.
    private static final int PAIRS_NEEDED = 2;

    private PortChecks() {}

    static Finding http(InetAddress bind, int port) {
        return isTcpFree(bind, port)
                ? Finding.ok("HTTP port", "TCP " + port + " is free")
                : Finding.fail("HTTP port", "TCP " + port + " is taken", "stop what uses it, or --http another port");
    }

    static Finding sip(InetAddress bind, int port) {
        var fix = "stop what uses it, or --sip another port";
        if (!isUdpFree(bind, port)) {
            return Finding.fail("SIP port", "UDP " + port + " is taken", fix);
        }
        return isTcpFree(bind, port)
                ? Finding.ok("SIP port", "UDP and TCP " + port + " are free")
                : Finding.fail("SIP port", "TCP " + port + " is taken", fix);
    }

    static Finding rtp(InetAddress bind, PortRange range) {
        var pairs = 0;
        var taken = 0;
        for (var port = range.first() + (range.first() & 1); port + 1 <= range.last(); port += 2) {
            pairs++;
            if (!isUdpFree(bind, port)) {
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

    static boolean isTcpFree(InetAddress bind, int port) {
        try (var socket = new ServerSocket()) {
            // As servers do: a port whose last connections still linger is free.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(bind, port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    static boolean isUdpFree(InetAddress bind, int port) {
        try (var socket = new DatagramSocket(new InetSocketAddress(bind, port))) {
            return socket.isBound();
        } catch (SocketException taken) {
            return false;
        }
    }
}
