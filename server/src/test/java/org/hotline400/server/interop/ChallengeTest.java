package org.hotline400.server.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline400.server.interop.SippScript.branch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hotline400.sip.EndReason;
import org.hotline400.sip.IncomingLeg;
import org.hotline400.sip.LegEvent;
import org.hotline400.sip.LegListener;
import org.hotline400.sip.OutgoingCall;
import org.hotline400.sip.OutgoingLeg;
import org.hotline400.sip.SipAccount;
import org.hotline400.sip.SipApplication;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.SipReply;
import org.hotline400.sip.SipRequest;
import org.hotline400.sip.SipSettings;
import org.hotline400.sip.SipSource;
import org.hotline400.sip.SipStack;
import org.hotline400.sip.SipStacks;
import org.hotline400.sip.SipUri;
import org.hotline400.sip.Transport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// SIPp asks our stack for credentials, and checks them by its own digest (RFC 3261 §22, RFC 2617).
@Tag("interop")
class ChallengeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String USER = "trunk-400";
    private static final String PASSWORD = "Trunk-Secret-1";
    private static final String SDP =
            "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 9 RTP/AVP 8\r\n";

    @TempDir
    private Path folder;

    @BeforeAll
    static void sippIsHere() {
        ForeignProgram.assumeInstalled("sipp", "sip-tester");
    }

    @Test
    void ourCallProvesItself() throws Exception {
        var script = branch().challenge(USER, PASSWORD)
                .answer("180 Ringing")
                .answerWithSdp("200 OK")
                .expect("ACK")
                .expect("BYE")
                .ok();
        var carrier = SippScenario.of("carrier", script.document("carrier"), folder, Ports.freeMediaPort())
                .with("-m", "1")
                .tracing();
        var asked = carrier.with(Map.of("caller", "none", "media", "9", "door", "" + carrier.sipPort()));
        var anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (var stack = SipStacks.start(SipSettings.on(anywhere), new Nobody());
                var running = asked.listen()) {
            var heard = call(stack, asked.address());
            assertThat(running.awaitExit(PATIENCE))
                    .as(() -> asked.errors() + asked.messages() + running.output())
                    .isZero();
            assertThat(heard).hasAtLeastOneElementOfType(LegEvent.Answered.class);
        }
    }

    /// Calls with the account, and hangs up when answered.
    private static Queue<LegEvent> call(SipStack stack, InetSocketAddress carrier) {
        var heard = new ConcurrentLinkedQueue<LegEvent>();
        var target = SipUri.of("01066660099", "127.0.0.1", carrier.getPort());
        var leg = new CompletableFuture<OutgoingLeg>();
        leg.complete(stack.invite(
                new OutgoingCall(
                        target,
                        Optional.of(new SipHop(Transport.UDP, carrier)),
                        "<sip:400@127.0.0.1>",
                        "<" + target + ">",
                        List.of(),
                        SDP,
                        Optional.of(new SipAccount(USER, PASSWORD)),
                        70),
                event -> {
                    heard.add(event);
                    if (event instanceof LegEvent.Answered) {
                        var _ = leg.thenAccept(placed -> placed.end(EndReason.normal()));
                    }
                }));
        return heard;
    }

    /// Is never called.
    private static final class Nobody implements SipApplication {
        @Override
        public LegListener onInvite(IncomingLeg leg) {
            leg.reject(SipReply.of(404, "Not Found"));
            return event -> {};
        }

        @Override
        public SipReply onRequest(SipRequest request, SipSource source) {
            return SipReply.of(405, "Method Not Allowed");
        }
    }
}
