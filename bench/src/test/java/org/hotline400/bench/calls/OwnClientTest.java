package org.hotline400.bench.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Against an answering side that is played message by message.
@Timeout(20)
class OwnClientTest {
    @Test
    void hangsUpWhatIsAnsweredAndTakesTheTime() throws Exception {
        try (var side = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                var client = new OwnClient((InetSocketAddress) side.getLocalSocketAddress())) {
            var played = CompletableFuture.supplyAsync(() -> play(side));
            client.call("4001000000");

            assertThat(played.get())
                    .contains("ACK sip:there@127.0.0.1:9 SIP/2.0")
                    .contains("BYE sip:there@127.0.0.1:9 SIP/2.0")
                    .contains("Route: <sip:near;lr>\r\nRoute: <sip:far;lr>\r\n")
                    .contains("To: <sip:4001000000@a>;tag=t");
            await().atMost(Duration.ofSeconds(5)).until(() -> client.completed() == 1);
            assertThat(client.setUpTimes())
                    .singleElement()
                    .satisfies(time -> assertThat(time).isPositive());
            assertThat(client.placed()).isEqualTo(1);
        }
    }

    private static String play(DatagramSocket side) {
        try {
            var invite = receive(side);
            answer(side, invite, "100 Trying");
            answer(side, invite, "200 OK");
            var ack = text(receive(side));
            var bye = receive(side);
            answer(side, bye, "200 OK");
            return ack + text(bye);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static DatagramPacket receive(DatagramSocket side) throws java.io.IOException {
        var packet = new DatagramPacket(new byte[4096], 4096);
        side.receive(packet);
        return packet;
    }

    private static String text(DatagramPacket packet) {
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.ISO_8859_1);
    }

    private static void answer(DatagramSocket side, DatagramPacket request, String status) throws java.io.IOException {
        var own = text(request)
                .lines()
                .filter(line -> line.startsWith("Call-ID:") || line.startsWith("CSeq:"))
                .toList();
        var bytes = ("SIP/2.0 " + status + "\r\n" + String.join("\r\n", own)
                        + "\r\nTo: <sip:4001000000@a>;tag=t\r\nContact: <sip:there@127.0.0.1:9>\r\n"
                        + "Record-Route: <sip:far;lr>\r\nRecord-Route: <sip:near;lr>\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        side.send(new DatagramPacket(bytes, bytes.length, request.getSocketAddress()));
    }
}
