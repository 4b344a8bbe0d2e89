package org.hotline400.server.interop;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Arrays;
import org.hotline400.media.Codec;
import org.hotline400.media.G711;
import org.hotline400.media.ToneDetector;

/// Keeps what arrives at the RTP address that a phone told its peer. SIPp sends audio but throws away what it
/// receives, so a test listens in its place: on the port that the scenario writes into SDP and that SIPp's raw socket
/// sends from.
final class Ear implements AutoCloseable {
    private static final int WINDOW = 800;
    private static final double CLEAR = 0.8;
    private static final int MOST_SAMPLES = 8000 * 120;
    private static final int RTP_HEADER = 12;

    private final DatagramSocket socket;
    private final Thread thread;
    private final short[] samples = new short[MOST_SAMPLES];
    private int count;

    /// Three even ports in a row: SIPp binds the first and the third byte of its pair, the ear takes the last.
    static Ear open() throws IOException {
        for (int attempt = 0; attempt < 50; attempt++) {
            var audio = bind(0);
            int base = audio.getLocalPort();
            try (audio;
                    var video = tryBind(base + 2)) {
                var ear = tryBind(base + 4);
                if (base % 2 == 0 && video != null && ear != null) {
                    return new Ear(ear);
                }
                if (ear != null) {
                    ear.close();
                }
            }
        }
        throw new IOException("no three even UDP ports in a row are free on loopback");
    }

    private Ear(DatagramSocket socket) {
        this.socket = socket;
        this.thread = Thread.ofPlatform().name("ear-" + socket.getLocalPort()).start(this::listen);
    }

    private static DatagramSocket bind(int port) throws SocketException {
        return new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    private static DatagramSocket tryBind(int port) {
        try {
            return bind(port);
        } catch (SocketException e) {
            return null;
        }
    }

    /// What to give SIPp as `-mp`: it binds this port and the next even one.
    int sippMediaPort() {
        return socket.getLocalPort() - 4;
    }

    private void listen() {
        var packet = new DatagramPacket(new byte[2048], 2048);
        try {
            while (!socket.isClosed()) {
                socket.receive(packet);
                keep(packet);
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private synchronized void keep(DatagramPacket packet) {
        byte[] bytes = packet.getData();
        if (packet.getLength() <= RTP_HEADER || (bytes[1] & 0x7F) != Codec.PCMA.payloadType()) {
            return;
        }
        int end = Math.min(packet.getLength(), RTP_HEADER + MOST_SAMPLES - count);
        for (int i = RTP_HEADER; i < end; i++) {
            samples[count++] = G711.decode(Codec.PCMA, bytes[i]);
        }
    }

    /// Everything heard so far, in order of arrival.
    synchronized short[] heard() {
        return Arrays.copyOf(samples, count);
    }

    /// How many tenths of a second so far were this tone and nothing else.
    int tenthsOf(int hz) {
        return tenthsOf(heard(), hz);
    }

    static int tenthsOf(short[] samples, int hz) {
        int tenths = 0;
        for (int from = 0; from + WINDOW <= samples.length; from += WINDOW) {
            if (ToneDetector.level(samples, from, WINDOW, hz) > CLEAR) {
                tenths++;
            }
        }
        return tenths;
    }

    @Override
    public void close() {
        socket.close();
        try {
            thread.join(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
