package org.hotline400.media.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotline400.media.Codec;
import org.hotline400.media.StreamTerms;
import org.junit.jupiter.api.Test;

/// What a received packet costs: no memory. Statistics included.
class StreamAllocationTest {
    private static final int PACKETS = 100_000;

    @Test
    void aReceivedPacketAllocatesNothing() throws IOException {
        MediaTime time = new MediaTime();
        SocketPair sockets = pair();
        try {
            Stream stream = new Stream(sockets, event -> {}, time, new AtomicInteger());
            InetSocketAddress peer = new InetSocketAddress(InetAddress.getLoopbackAddress(), 4000);
            stream.connect(StreamTerms.to(peer, Codec.PCMA));
            receive(stream, peer, 0, PACKETS);
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = threads.getCurrentThreadAllocatedBytes();
            receive(stream, peer, PACKETS, 2 * PACKETS);
            long each = (threads.getCurrentThreadAllocatedBytes() - before) / PACKETS;
            assertThat(each).isZero();
            assertThat(stream.statistics().received()).isEqualTo(2 * PACKETS - 2 * PACKETS / 100);
            assertThat(stream.statistics().lost()).isEqualTo(2 * PACKETS / 100);
        } finally {
            sockets.close();
        }
    }

    private static void receive(Stream stream, InetSocketAddress peer, int from, int to) {
        RtpPacket packet = new RtpPacket();
        ByteBuffer datagram = ByteBuffer.allocateDirect(172);
        for (int i = from; i < to; i++) {
            if (i % 100 == 50) {
                continue;
            }
            datagram.putInt(0, 0x80080000 | (i & 0xFFFF)).putInt(4, i * 160).putInt(8, 4711);
            if (packet.parse(datagram)) {
                stream.received(peer, packet, i * 160L);
            }
        }
    }

    private static SocketPair pair() throws IOException {
        for (int port = 40_000; port < 50_000; port += 2) {
            try {
                return SocketPair.bind(InetAddress.getLoopbackAddress(), port);
            } catch (IOException e) {
                // Taken: the next one.
            }
        }
        throw new IOException("no port is free");
    }
}
