package org.hotline400.sip.internal.transport;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import org.hotline400.sip.SipSource;
import org.hotline400.sip.Transport;

/// The UDP socket. The kernel's buffers are the queue: they are asked to be 4 MB.
final class UdpPort {

    private static final int BUFFER = 4 << 20;
    private static final int MOST_PER_TURN = 256;

    /// Keep-alives (RFC 5626 §4.4.1, and the empty datagrams of many phones) are shorter than any message.
    private static final int SHORTEST = 16;

    private final DatagramChannel channel;
    private final Senders senders = new Senders();
    private final ByteBuffer in = ByteBuffer.allocateDirect(65_536);

    private UdpPort(DatagramChannel channel) {
        this.channel = channel;
    }

    static UdpPort open(InetSocketAddress address) throws IOException {
        // A socket of both families costs more on every message.
        boolean onlyIpv4 = address.getAddress() instanceof Inet4Address
                && !address.getAddress().isAnyLocalAddress();
        DatagramChannel channel = onlyIpv4 ? DatagramChannel.open(StandardProtocolFamily.INET) : DatagramChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER);
            channel.setOption(StandardSocketOptions.SO_SNDBUF, BUFFER);
            channel.bind(address);
            channel.configureBlocking(false);
            return new UdpPort(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    InetSocketAddress address() throws IOException {
        return (InetSocketAddress) channel.getLocalAddress();
    }

    void register(Selector selector) throws IOException {
        channel.register(selector, SelectionKey.OP_READ);
    }

    /// Takes what is there, but no more than a bounded number of datagrams: timers and commands get their turn.
    ///
    /// @return whether nothing is left
    boolean read(Receiver receiver) throws IOException {
        for (int i = 0; i < MOST_PER_TURN; i++) {
            in.clear();
            var from = (InetSocketAddress) channel.receive(in);
            if (from == null) {
                return true;
            }
            in.flip();
            if (in.remaining() >= SHORTEST) {
                byte[] message = new byte[in.remaining()];
                in.get(message);
                receiver.received(message, new SipSource(Transport.UDP, senders.known(from)));
            }
        }
        return false;
    }

    /// @return false when the message certainly did not leave; a full buffer counts as loss on the way
    boolean send(InetSocketAddress to, byte[] message) {
        try {
            channel.send(ByteBuffer.wrap(message), to);
            return true;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    void close() throws IOException {
        channel.close();
    }
}
