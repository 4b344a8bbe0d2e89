package org.hotline400.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/// A peer without manners of its own: sends exactly the packets it is told to, keeps all that arrive.
final class RawPeer implements AutoCloseable {
    static final byte[] TONE = new byte[160];

    private final DatagramSocket socket;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final boolean echoes;
    private final Thread thread;
    private volatile SocketAddress to;

    /// A packet as it came; `data` is the payload.
    record Heard(int type, boolean marker, int sequence, int timestamp, int ssrc, List<Byte> data, long nanos) {

        /// Of a telephone event.
        int duration() {
            return ((data.get(2) & 0xFF) << 8) | (data.get(3) & 0xFF);
        }

        boolean ends() {
            return data.get(1) < 0;
        }
    }

    RawPeer(String address, boolean echoes) throws IOException {
        this.socket = new DatagramSocket(0, InetAddress.getByName(address));
        this.echoes = echoes;
        this.thread = Thread.ofPlatform().daemon().start(this::listen);
    }

    static RawPeer open() throws IOException {
        return new RawPeer("127.0.0.1", false);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    RawPeer sendsTo(MediaPort port) {
        to = port.local();
        return this;
    }

    void audio(int sequence, int timestamp) {
        send(8, false, sequence, timestamp, TONE);
    }

    void event(int type, int code, boolean end, int duration, boolean marker, int sequence, int timestamp) {
        byte[] payload = {(byte) code, (byte) (end ? 0x8A : 0x0A), (byte) (duration >> 8), (byte) duration};
        send(type, marker, sequence, timestamp, payload);
    }

    void send(int type, boolean marker, int sequence, int timestamp, byte[] payload) {
        ByteBuffer packet = ByteBuffer.allocate(12 + payload.length)
                .put((byte) 0x80)
                .put((byte) (marker ? type | 0x80 : type))
                .putShort((short) sequence)
                .putInt(timestamp)
                .putInt(4711)
                .put(payload);
        raw(packet.array());
    }

    void raw(byte[] bytes) {
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Heard> heard(int type) {
        return heard.stream().filter(packet -> packet.type() == type).toList();
    }

    List<Heard> await(int type, int atLeast) {
        Awaitility.await(atLeast + " packets of type " + type)
                .atMost(Duration.ofSeconds(10))
                .until(() -> heard(type).size() >= atLeast);
        return heard(type);
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
                if (echoes) {
                    socket.send(packet);
                }
                heard.add(read(ByteBuffer.wrap(buffer, 0, packet.getLength())));
            } catch (IOException e) {
                // Closed, or the port at the other end is gone: nothing to keep.
            }
        }
    }

    private static Heard read(ByteBuffer packet) {
        packet.get();
        int type = packet.get();
        int sequence = packet.getShort() & 0xFFFF;
        int timestamp = packet.getInt();
        int ssrc = packet.getInt();
        Byte[] data = new Byte[packet.remaining()];
        for (int i = 0; i < data.length; i++) {
            data[i] = packet.get();
        }
        return new Heard(type & 0x7F, type < 0, sequence, timestamp, ssrc, List.of(data), System.nanoTime());
    }
}
