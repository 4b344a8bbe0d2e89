package org.hotline400.bench.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The generator against a relay of our own in place of the platform.
class RtpLoadTest {
    private static final int CALLS = 3;

    private final Map<Integer, DatagramSocket> legs = new HashMap<>();
    private final AtomicInteger toLose = new AtomicInteger();
    private RtpLoad load;

    @BeforeEach
    void start() throws IOException {
        load = RtpLoad.start(CALLS);
        for (var call : load.calls()) {
            var caller = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            var callee = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            relay(caller, callee, call.calleeSocket.port(), toLose);
            relay(callee, caller, call.callerSocket.port(), new AtomicInteger());
            legs.put(2 * call.number, caller);
            legs.put(2 * call.number + 1, callee);
            call.sendTo(caller.getLocalPort());
        }
    }

    private static void relay(DatagramSocket in, DatagramSocket out, int to, AtomicInteger toLose) {
        Thread.ofVirtual().start(() -> {
            var packet = new DatagramPacket(new byte[2048], 2048);
            try {
                while (true) {
                    packet.setLength(2048);
                    in.receive(packet);
                    if (toLose.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
                        var onward = new InetSocketAddress(InetAddress.getLoopbackAddress(), to);
                        out.send(new DatagramPacket(packet.getData(), packet.getLength(), onward));
                    }
                }
            } catch (IOException closed) {
                // The test is over.
            }
        });
    }

    @AfterEach
    void stop() {
        load.close();
        legs.values().forEach(DatagramSocket::close);
    }

    private long sum(java.util.function.ToLongFunction<MediaCall> count) {
        return Stream.of(load.calls()).mapToLong(count).sum();
    }

    /// Counts until every call has sent for a while, and what was on its way is back.
    private void measure() {
        await().until(() -> Stream.of(load.calls()).allMatch(MediaCall::heard));
        load.count(true);
        var begin = sum(call -> call.packets);
        await().until(() -> sum(call -> call.packets) > begin + 50 * CALLS);
        load.count(false);
        var end = sum(call -> call.packets);
        await().until(() -> sum(call -> call.packets) > end + 10 * CALLS);
        load.close();
    }

    @Test
    void countsEveryPacketAtBothEnds() {
        measure();
        assertThat(sum(call -> call.sent)).isGreaterThan(40 * CALLS);
        assertThat(sum(call -> call.back)).isEqualTo(sum(call -> call.sent));
        assertThat(load.roundTrips().total()).isEqualTo(sum(call -> call.sent));
        assertThat(load.faults().foreign).isZero();
        assertThat(load.faults().crossed).isZero();
    }

    @Test
    void noticesWhatIsLostOnTheWayThere() {
        await().until(() -> Stream.of(load.calls()).allMatch(MediaCall::heard));
        load.count(true);
        var before = sum(call -> call.packets);
        await().until(() -> sum(call -> call.arrived) > 0 && sum(call -> call.packets) > before + 10 * CALLS);
        toLose.set(7);
        measure();
        assertThat(sum(call -> call.sent - call.arrived)).isEqualTo(7);
        assertThat(sum(call -> call.echoed - call.back)).isZero();
    }
}
