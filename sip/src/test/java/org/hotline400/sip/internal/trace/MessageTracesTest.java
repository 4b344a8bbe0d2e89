package org.hotline400.sip.internal.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.SipSource;
import org.hotline400.sip.Transport;
import org.hotline400.sip.VirtualClock;
import org.junit.jupiter.api.Test;

/// Ladders under a virtual clock.
class MessageTracesTest {

    private static final InetSocketAddress PEER = new InetSocketAddress("192.0.2.5", 5060);

    private final VirtualClock clock = new VirtualClock();
    private final MessageTraces traces = new MessageTraces(clock);

    @Test
    void theLaddersOfCallsAreForgottenThoughNoFurtherCallComes() {
        for (int i = 0; i < 100; i++) {
            comes("INVITE", "call-" + i);
            goes("SIP/2.0 180 Ringing", "call-" + i);
        }
        assertThat(traces.of("call-7")).hasSize(2);
        long full = traces.held();
        clock.forward(Duration.ofMinutes(6));
        comes("OPTIONS", "ping");
        assertThat(traces.held()).isLessThan(full / 50);
    }

    @Test
    void aCallThatIsLetInKeepsWhatCameBefore() {
        comes("INVITE", "call");
        goes("SIP/2.0 100 Trying", "call");
        goes("SIP/2.0 200 OK", "call");
        assertThat(traces.of("call")).hasSize(3);
    }

    @Test
    void aLongCallKeepsItsLadderAsLongAsItSpeaks() {
        comes("INVITE", "long");
        goes("SIP/2.0 200 OK", "long");
        for (int i = 0; i < 4; i++) {
            clock.forward(Duration.ofMinutes(4));
            comes("UPDATE", "long");
        }
        assertThat(traces.of("long")).hasSize(6);
        clock.forward(Duration.ofMinutes(6));
        assertThat(traces.of("long")).isEmpty();
    }

    @Test
    void theOldestMessagesGiveWayAndWhatStaysIsWhole() {
        var shelf = new Shelf(8 << 20);
        for (int i = 0; i < 30_000; i++) {
            shelf.add("call-" + i / 3, line(i, 500 + i % 211));
        }
        assertThat(shelf.held()).isBetween(7L << 20, 8L << 20);
        assertThat(shelf.lines("call-0", 0)).isEmpty();
        assertThat(shelf.has("call-0")).isFalse();
        for (int call = 9_000; call < 10_000; call++) {
            var lines = shelf.lines("call-" + call, 0);
            assertThat(lines).extracting(Line::at).containsExactly(3L * call, 3L * call + 1, 3L * call + 2);
            assertThat(lines).allSatisfy(line -> {
                assertThat(line.message())
                        .hasSize(500 + (int) (line.at() % 211))
                        .containsOnly((byte) line.at());
                assertThat(line.peer()).isEqualTo(PEER);
            });
        }
    }

    @Test
    void aCallIdThatIsThereToMakeWorkIsNotKept() {
        var shelf = new Shelf(8 << 20);
        shelf.add("x".repeat(256), line(1, 100));
        shelf.add("x".repeat(257), line(1, 100));
        assertThat(shelf.has("x".repeat(256))).isTrue();
        assertThat(shelf.has("x".repeat(257))).isFalse();
    }

    @Test
    void oneCallTakesNoMoreThanItsShare() {
        var shelf = new Shelf(8 << 20);
        for (int i = 0; i < 1_000; i++) {
            shelf.add("chatty", line(i, 100));
            shelf.add("wordy", line(i, 9_000));
        }
        assertThat(shelf.lines("chatty", 0)).hasSize(200);
        assertThat(shelf.lines("wordy", 0)).hasSize(7);
    }

    private static Line line(int number, int length) {
        byte[] message = new byte[length];
        Arrays.fill(message, (byte) number);
        return new Line(number, true, Transport.UDP, PEER, message);
    }

    @Test
    void keysInAnInfoAreNotShown() {
        traces.received(bytes("""
                        INFO sip:a@b SIP/2.0\r
                        Call-ID: pin\r
                        Content-Type: application/dtmf-relay\r
                        Content-Length: 24\r
                        \r
                        Signal=7\r
                        Duration=160\r
                        """), new SipSource(Transport.UDP, PEER));
        assertThat(traces.of("pin").getFirst().text())
                .contains("Signal=*", "Duration=160")
                .doesNotContain("Signal=7");
    }

    private void comes(String method, String callId) {
        traces.received(
                bytes(method + " sip:a@b SIP/2.0\r\nCall-ID: " + callId + "\r\nCSeq: 1 " + method + "\r\n\r\n"),
                new SipSource(Transport.UDP, PEER));
    }

    private void goes(String status, String callId) {
        traces.sent(
                bytes(status + "\r\nCall-ID: " + callId + "\r\nCSeq: 1 INVITE\r\n\r\n"),
                new SipHop(Transport.UDP, PEER));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
