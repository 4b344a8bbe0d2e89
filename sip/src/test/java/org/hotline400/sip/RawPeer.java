package org.hotline400.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A peer that writes and reads datagrams by hand.
final class RawPeer implements AutoCloseable {

    private final DatagramSocket socket;
    private final InetSocketAddress other;

    RawPeer(InetSocketAddress other) throws IOException {
        this(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), other);
    }

    RawPeer(InetSocketAddress own, InetSocketAddress other) throws IOException {
        this.socket = new DatagramSocket(own);
        this.other = other;
    }

    InetSocketAddress address() {
        return new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort());
    }

    /// Sends text; line ends become CR LF, `PORT` our port, `THEIRS` theirs.
    void send(String text) throws IOException {
        send(text, other);
    }

    void send(String text, InetSocketAddress to) throws IOException {
        String wire = text.replace("\r\n", "\n")
                .replace("\n", "\r\n")
                .replace("PORT", Integer.toString(socket.getLocalPort()))
                .replace("THEIRS", Integer.toString(other.getPort()));
        send(wire.getBytes(StandardCharsets.UTF_8), to);
    }

    void send(byte[] bytes, InetSocketAddress to) throws IOException {
        socket.send(new DatagramPacket(bytes, bytes.length, to));
    }

    /// The next datagram, within the time.
    Optional<String> receive(int milliseconds) throws IOException {
        socket.setSoTimeout(milliseconds);
        var packet = new DatagramPacket(new byte[65_536], 65_536);
        try {
            socket.receive(packet);
            return Optional.of(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8));
        } catch (SocketTimeoutException e) {
            return Optional.empty();
        }
    }

    /// The next message that begins so; others are passed over.
    String expect(String beginning) throws IOException {
        for (int i = 0; i < 50; i++) {
            Optional<String> message = receive(5_000);
            assertThat(message).as("a message that begins with " + beginning).isPresent();
            if (message.get().startsWith(beginning)) {
                return message.get();
            }
        }
        throw new AssertionError("fifty messages and none begins with " + beginning);
    }

    /// The lines of a header in a message.
    static String header(String message, String name) {
        return message.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in\n" + message));
    }

    @Override
    public void close() {
        socket.close();
    }
}
