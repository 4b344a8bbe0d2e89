package org.hotline400.bench.calls;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.hotline400.bench.BenchFailedException;

/// Places calls and takes the time from INVITE to 200, in nanoseconds: SIPp's own clock ticks every 4 ms only.
/// Each call is hung up as soon as it is answered. Nothing is sent twice.
final class OwnClient implements AutoCloseable {
    private static final int LARGEST = 65_535;

    private final DatagramSocket socket;
    private final InetSocketAddress target;
    private final String run = Long.toHexString(System.nanoTime());
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong completed = new AtomicLong();
    private final Map<String, Open> open = new ConcurrentHashMap<>();
    private final Map<String, Long> setUp = new ConcurrentHashMap<>();
    private final Thread receiver;

    private record Open(OwnCall call, long since) {}

    OwnClient(InetSocketAddress target) {
        this.target = target;
        try {
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (SocketException e) {
            throw new BenchFailedException("no UDP port on loopback can be opened: " + e.getMessage());
        }
        receiver = Thread.ofPlatform().daemon().name("own-client").start(this::receive);
    }

    /// Begins a call.
    void call(String number) {
        var call = new OwnCall(
                run + "-" + count.incrementAndGet(),
                number,
                "127.0.0.1:" + socket.getLocalPort(),
                "127.0.0.1:" + target.getPort());
        var invite = call.invite();
        open.put(call.id(), new Open(call, System.nanoTime()));
        send(invite);
    }

    /// Nanoseconds from INVITE to 200 of each call that was answered.
    List<Long> setUpTimes() {
        return List.copyOf(setUp.values());
    }

    boolean hasAnswer() {
        return !setUp.isEmpty();
    }

    /// Calls that were begun.
    long placed() {
        return count.get();
    }

    /// Calls whose BYE was confirmed.
    long completed() {
        return completed.get();
    }

    private void receive() {
        var packet = new DatagramPacket(new byte[LARGEST], LARGEST);
        while (!socket.isClosed()) {
            try {
                packet.setLength(LARGEST);
                socket.receive(packet);
                take(
                        new String(packet.getData(), 0, packet.getLength(), StandardCharsets.ISO_8859_1),
                        System.nanoTime());
            } catch (IOException e) {
                // Closed; or the other side's port is, while it starts again.
            }
        }
    }

    private void take(String message, long now) {
        int status = OwnCall.status(message);
        var id = OwnCall.callId(message);
        if (status >= 200 && "INVITE".equals(OwnCall.method(message))) {
            var answered = open.remove(id);
            if (answered != null && status < 300) {
                setUp.put(id, now - answered.since());
                send(answered.call().ack(message));
                send(answered.call().bye(message));
            }
        } else if (status == 200) {
            completed.incrementAndGet();
        }
    }

    private void send(String message) {
        var bytes = message.getBytes(StandardCharsets.ISO_8859_1);
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, target));
        } catch (IOException e) {
            // As a datagram that is lost: the call stays without an answer.
        }
    }

    @Override
    public void close() {
        socket.close();
        try {
            receiver.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
