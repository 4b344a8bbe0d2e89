package org.hotline400.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
