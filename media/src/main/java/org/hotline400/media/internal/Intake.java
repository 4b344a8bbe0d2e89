package org.hotline400.media.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.jspecify.annotations.Nullable;

/// Reads what arrives at the sockets of one media thread and hands it to their streams.
final class Intake {
    private static final int PACKETS_A_TURN = 32;
    /// What waits in front of a port that is used again, at most: more than a socket's buffer holds.
    private static final int MOST_STALE = 4096;

    private final MediaTime time;
    private final ByteBuffer datagram = ByteBuffer.allocateDirect(RtpPacket.LARGEST);
    private final RtpPacket packet = new RtpPacket();

    Intake(MediaTime time) {
        this.time = time;
    }

    /// Takes one datagram: the selector tells at once when there is another, and looking for it in vain would be the
    /// usual case. All there are, when the socket is to be connected.
    void receive(SocketPair sockets, DatagramChannel channel) {
        RtpPort port = sockets.user;
        Stream stream = port == null ? null : port.stream();
        boolean came = receive(stream, sockets, channel);
        if (stream != null && channel.equals(sockets.rtp) && stream.socket.wantsToSettle(time.now())) {
            for (int i = 0; came && i < PACKETS_A_TURN; i++) {
                came = receive(stream, sockets, channel);
            }
            if (!came) {
                stream.socket.settle();
            }
        }
    }

    /// @param stream null when the call is over
    /// @return whether there was one
    private boolean receive(@Nullable Stream stream, SocketPair sockets, DatagramChannel channel) {
        boolean rtp = channel.equals(sockets.rtp);
        try {
            InetSocketAddress from = sender(channel, rtp && stream != null ? stream.socket.connectedTo() : null);
            if (from == null) {
                return false;
            }
            if (stream != null && rtp) {
                take(stream, from);
            } else if (stream != null) {
                stream.controlled(from, datagram.flip(), time.now());
            }
        } catch (IOException e) {
            // An answer to a packet of ours (PortUnreachableException): signalling will tell.
        }
        return true;
    }

    /// Reads a datagram; one that is connected need not have its sender looked up.
    ///
    /// @return where it came from; null when there was none
    private @Nullable InetSocketAddress sender(DatagramChannel channel, @Nullable InetSocketAddress connectedTo)
            throws IOException {
        if (connectedTo != null) {
            return channel.read(datagram.clear()) > 0 ? connectedTo : null;
        }
        return channel.receive(datagram.clear()) instanceof InetSocketAddress from ? from : null;
    }

    private void take(Stream stream, InetSocketAddress from) {
        if (packet.parse(datagram.flip())) {
            stream.received(from, packet, time.now());
        } else {
            stream.foreign();
        }
    }

    /// Passes over what came for the call before.
    void drain(SocketPair sockets) {
        drain(sockets.rtp);
        drain(sockets.rtcp);
    }

    private void drain(DatagramChannel channel) {
        for (int i = 0; i < MOST_STALE; i++) {
            try {
                if (channel.receive(datagram.clear()) == null) {
                    return;
                }
            } catch (PortUnreachableException e) {
                // Nor does this concern the next call.
            } catch (IOException e) {
                return;
            }
        }
    }
}
