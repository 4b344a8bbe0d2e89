package org.hotline400.server.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline400.server.interop.SippScript.caller;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.hotline400.sip.IncomingLeg;
import org.hotline400.sip.LegEvent;
import org.hotline400.sip.LegListener;
import org.hotline400.sip.SipApplication;
import org.hotline400.sip.SipReply;
import org.hotline400.sip.SipRequest;
import org.hotline400.sip.SipSettings;
import org.hotline400.sip.SipSource;
import org.hotline400.sip.SipStacks;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Our SIP stack and SIPp both ask to change the session at the same moment (RFC 3261 §14.1, §14.2).
@Tag("interop")
class GlareTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SDP = """
            v=0
            o=- 1 %d IN IP4 127.0.0.1
            s=-
            c=IN IP4 127.0.0.1
            t=0 0
            m=audio 9 RTP/AVP 8
            a=sendrecv
            """.replace("\n", "\r\n");

    @TempDir
    private Path folder;

    @BeforeAll
    static void sippIsHere() {
        ForeignProgram.assumeInstalled("sipp", "sip-tester");
    }

    /// Each refuses the other with 491, and we try again within the two seconds of the side that did not make the
    /// Call-ID. Then SIPp's own comes through.
    @Test
    void bothYieldAndTryAgain() throws Exception {
        var desk = new ChangingDesk();
        var anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (var stack = SipStacks.start(SipSettings.on(anywhere), desk)) {
            var script = caller().invite()
                    .passing(100)
                    .expect(200)
                    .ack()
                    .keep("INVITE", "ours")
                    .reinvite("sendonly")
                    .passing(100)
                    .expect(491)
                    .ackRefusal()
                    .answerKept("ours", "491 Request Pending")
                    .expect("ACK")
                    .expect("INVITE", Duration.ofMillis(2500))
                    .okWithSdp()
                    .expect("ACK")
                    .reinvite("sendonly")
                    .passing(100)
                    .expect(200)
                    .ack()
                    .bye()
                    .expect(200);
            call(script, stack.address());
            assertThat(desk.heard)
                    .filteredOn(event -> event instanceof LegEvent.OfferAnswered || event instanceof LegEvent.Offered)
                    .hasExactlyElementsOfTypes(LegEvent.OfferAnswered.class, LegEvent.Offered.class);
            Awaitility.await("no leg is left")
                    .atMost(PATIENCE)
                    .until(() -> stack.statistics().legs() == 0);
        }
    }

    private void call(SippScript script, InetSocketAddress stack) throws IOException, InterruptedException {
        var calling = SippScenario.of("glare", script.document("glare"), folder, Ports.freeMediaPort())
                .with(Map.of("caller", "13300000001", "media", "9"))
                .with("-m", "1")
                .tracing();
        var here = calling.with("-key", "door", "" + calling.sipPort());
        try (var running = here.call("400", stack)) {
            assertThat(running.awaitExit(PATIENCE))
                    .as(() -> here.errors() + here.messages() + running.output())
                    .isZero();
        }
    }

    /// Answers each call, and offers a change as soon as it is established.
    private static final class ChangingDesk implements SipApplication {
        final Queue<LegEvent> heard = new ConcurrentLinkedQueue<>();

        @Override
        public LegListener onInvite(IncomingLeg leg) {
            leg.answer(SipReply.of(200, "OK").withSdp(SDP.formatted(1)));
            return event -> {
                heard.add(event);
                if (event instanceof LegEvent.Confirmed) {
                    leg.offer(SDP.formatted(2));
                } else if (event instanceof LegEvent.Offered) {
                    leg.answerOffer(SDP.formatted(3));
                }
            };
        }

        @Override
        public SipReply onRequest(SipRequest request, SipSource source) {
            return SipReply.of(405, "Method Not Allowed");
        }
    }
}
