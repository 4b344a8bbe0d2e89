package org.hotline400.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/// The control side of a peer without manners of its own: sends exactly the bytes it is told to, keeps all
/// compound packets that arrive.
final class RawControl implements AutoCloseable {
    static final int SSRC = 4711;

    private final DatagramSocket socket;
    private final List<Compound> heard = new CopyOnWriteArrayList<>();
    private final Thread thread;

    /// A compound packet as it came: a report, a name and maybe a goodbye.
    ///
    /// @param type 200 or 201
    record Compound(ByteBuffer bytes, int type, int ssrc, InetSocketAddress from, long nanos) {
        int blocks() {
            return bytes.get(0) & 0x1F;
        }

        ByteBuffer senderInfo() {
            return bytes.slice(8, 20);
        }

        ByteBuffer block() {
            return bytes.slice(type == 200 ? 28 : 8, 24);
        }

        /// The middle of the sender report's time.
        int sentAt() {
            return senderInfo().getInt(2);
        }

        private int at(int packet) {
            int at = 0;
            for (int i = 0; i < packet; i++) {
                at += 4 * (bytes.getShort(at + 2) + 1);
            }
            return at;
        }

        String cname() {
            int at = at(1);
            return StandardCharsets.US_ASCII
                    .decode(bytes.slice(at + 10, bytes.get(at + 9)))
                    .toString();
        }

        int nameType() {
            return bytes.get(at(1) + 1) & 0xFF;
        }

        boolean saysGoodbye() {
            int at = at(2);
            return at < bytes.limit()
                    && (bytes.get(at + 1) & 0xFF) == 203
                    && bytes.getInt(at + 4) == ssrc
                    && at + 8 == bytes.limit();
        }
    }

    private RawControl(InetAddress address, int port) throws IOException {
        socket = new DatagramSocket(port, address);
        thread = Thread.ofPlatform().daemon().start(this::listen);
    }

    static RawControl open() throws IOException {
        return at("127.0.0.1");
    }

    static RawControl at(String address) throws IOException {
        return new RawControl(InetAddress.getByName(address), 0);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    void send(MediaPort port, byte[] bytes) {
        InetSocketAddress rtp = port.local();
        try {
            socket.send(new DatagramPacket(
                    bytes, bytes.length, new InetSocketAddress(rtp.getAddress(), rtp.getPort() + 1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Compound await(int atLeast) {
        Awaitility.await(atLeast + " reports").atMost(Duration.ofSeconds(20)).until(() -> heard.size() >= atLeast);
        return heard.get(atLeast - 1);
    }

    List<Compound> heard() {
        return heard;
    }

    /// A receiver report on one stream, with the name that makes it whole.
    static byte[] report(int about, int lost, int fraction, int highest, int jitter, int lastReport, int delay) {
        return whole(ByteBuffer.allocate(32)
                .putInt(0x81C90007)
                .putInt(SSRC)
                .putInt(about)
                .putInt((fraction << 24) | (lost & 0xFFFFFF))
                .putInt(highest)
                .putInt(jitter)
                .putInt(lastReport)
                .putInt(delay)
                .array());
    }

    /// A sender report without blocks.
    static byte[] sender(int ssrc, long ntp) {
        return whole(ByteBuffer.allocate(28)
                .putInt(0x80C80006)
                .putInt(ssrc)
                .putLong(ntp)
                .putInt(0)
                .putInt(1)
                .putInt(160)
                .array());
    }

    /// With a name behind it.
    static byte[] whole(byte[] report) {
        byte[] name = ByteBuffer.allocate(12)
                .putInt(0x81CA0002)
                .putInt(SSRC)
                .put(new byte[] {1, 1, 'x', 0})
                .array();
        byte[] all = Arrays.copyOf(report, report.length + name.length);
        System.arraycopy(name, 0, all, report.length, name.length);
        return all;
    }

    @Override
    public void close() {
        socket.close();
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> !thread.isAlive());
    }

    private void listen() {
        byte[] buffer = new byte[2048];
        while (!socket.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
                ByteBuffer bytes = ByteBuffer.wrap(Arrays.copyOf(buffer, packet.getLength()));
                heard.add(new Compound(
                        bytes,
                        bytes.get(1) & 0xFF,
                        bytes.getInt(4),
                        (InetSocketAddress) packet.getSocketAddress(),
                        System.nanoTime()));
            } catch (IOException e) {
                // Closed, or the port at the other end is gone: nothing to keep.
            }
        }
    }
}
