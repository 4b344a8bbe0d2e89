package org.hotline400.media.internal;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;

/// An even RTP port and the odd RTCP port above it (RFC 3550 §11).
record SocketPair(DatagramChannel rtp, DatagramChannel rtcp, InetSocketAddress local) {
    /// Expedited forwarding (RFC 3246), the class of voice.
    private static final int EXPEDITED = 0xB8;

    static SocketPair bind(InetAddress address, int port) throws IOException {
        DatagramChannel rtp = open(address, port);
        try {
            return new SocketPair(rtp, open(address, port + 1), new InetSocketAddress(address, port));
        } catch (IOException | RuntimeException e) {
            rtp.close();
            throw e;
        }
    }

    private static DatagramChannel open(InetAddress address, int port) throws IOException {
        DatagramChannel channel = DatagramChannel.open(
                address instanceof Inet6Address ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.IP_TOS, EXPEDITED);
            return channel.bind(new InetSocketAddress(address, port));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    void close() {
        close(rtp);
        close(rtcp);
    }

    private static void close(DatagramChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // The descriptor is gone either way; there is nobody to tell.
        }
    }
}
