package org.hotline400.media.internal;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import org.jspecify.annotations.Nullable;

/// An even RTP port and the odd RTCP port above it (RFC 3550 §11). Serves one [RtpPort] after the other: opening
/// sockets and having them watched costs more than all the rest of a call without audio.
final class SocketPair {
    /// Expedited forwarding (RFC 3246), the class of voice.
    private static final int EXPEDITED = 0xB8;

    final DatagramChannel rtp;
    final DatagramChannel rtcp;
    final InetSocketAddress local;
    /// Whose selector watches it; null when none does. Set by media threads; handed on by the [RestingPairs].
    @Nullable
    MediaThread home;
    /// Whom it served before. Handed on by the [RestingPairs].
    Predecessors predecessors = Predecessors.NONE;
    /// Who hears what arrives; null while it rests. Touched by its media thread only.
    @Nullable
    RtpPort user;

    private SocketPair(DatagramChannel rtp, DatagramChannel rtcp, InetSocketAddress local) {
        this.rtp = rtp;
        this.rtcp = rtcp;
        this.local = local;
    }

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

    /// Lets the peer go.
    ///
    /// @return false when the kernel still holds on to it: the sockets cannot serve another
    boolean forgetPeer() {
        try {
            if (rtp.isConnected()) {
                rtp.disconnect();
            }
            return true;
        } catch (IOException e) {
            return false;
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
