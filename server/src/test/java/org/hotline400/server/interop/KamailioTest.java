package org.hotline400.server.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline400.server.interop.SippScript.branch;
import static org.hotline400.server.interop.SippScript.caller;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.hotline400.sip.IncomingLeg;
import org.hotline400.sip.LegListener;
import org.hotline400.sip.SipApplication;
import org.hotline400.sip.SipReply;
import org.hotline400.sip.SipRequest;
import org.hotline400.sip.SipSettings;
import org.hotline400.sip.SipSource;
import org.hotline400.sip.SipStack;
import org.hotline400.sip.SipStacks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Kamailio balances calls over two nodes, one of which is full, and stays on the way of every dialog.
@Tag("interop")
@ExtendWith(SharedServer.class)
class KamailioTest {
    private static final Duration A_MOMENT = Duration.ofMillis(400);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(60);
    private static final int CALLER_TONE = 450;
    private static final int CALLED_TONE = 550;

    @TempDir
    private Path folder;

    @BeforeEach
    void programsAreHere(InteropServer server) {
        ForeignProgram.assumeInstalled("kamailio", "kamailio");
        ForeignProgram.assumeInstalled("sipp", "sip-tester");
        ForeignProgram.assumeInstalled("baresip", "baresip-core");
        TestPlans.publish(server);
    }

    @Test
    void carriesCallsPastAFullNode(InteropServer server) throws Exception {
        var carrier = new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.freeSipPort());
        try (var full = fullNode();
                var kamailio = Kamailio.start(folder, server.branchPort(), carrier, full.address(), server.sip());
                var road = Road.at(carrier.getPort(), kamailio.address(), 0);
                var ears = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            server.awaitTrunk();
            var playing = new ArrayList<Future<?>>();
            for (var callers : List.of(Kamailio.OVER_UDP, Kamailio.OVER_TCP)) {
                int count = 0;
                for (var story : stories()) {
                    var from = callers + "%04d".formatted(count++);
                    playing.add(threads.submit(() -> {
                        story.play(server, road, from, folder, ears.getLocalPort());
                        return null;
                    }));
                }
                playing.add(threads.submit(() -> {
                    phonesHearEachOther(server, road, kamailio, callers + "9999");
                    return null;
                }));
            }
            for (var one : playing) {
                one.get();
            }
            assertThat(full.statistics().received())
                    .as("messages that the full node was asked with")
                    .isGreaterThan(playing.size());
            Awaitility.await("everything given back")
                    .atMost(SETTLED_WITHIN)
                    .untilAsserted(() -> Footprint.noCallIn(server));
        }
    }

    private static List<Story> stories() {
        return List.of(
                Story.of(
                                "hold and resume through Record-Route, BYE from the caller",
                                TestPlans.DIRECT,
                                caller().invite()
                                        .answered()
                                        .reinvite("sendonly")
                                        .passing(100)
                                        .expect(200, "a=(recvonly|inactive)")
                                        .ack()
                                        .reinvite("sendrecv")
                                        .passing(100)
                                        .expect(200, "a=sendrecv")
                                        .ack()
                                        .pause(A_MOMENT)
                                        .bye()
                                        .expect(200))
                        .meets(answering().expect("BYE").ok().linger())
                        .ends("completed", "caller"),
                Story.of(
                                "a re-INVITE and the BYE from the called side",
                                TestPlans.DIRECT,
                                caller().invite().answered().expect("BYE").ok().linger())
                        .meets(answering()
                                .reinvite("sendonly")
                                .passing(100)
                                .expect(200, "a=(recvonly|inactive)")
                                .ack()
                                .pause(A_MOMENT)
                                .bye()
                                .expect(200))
                        .ends("completed", "target"),
                Story.of(
                                "CANCEL",
                                TestPlans.DIRECT,
                                caller().invite()
                                        .rings()
                                        .pause(Duration.ofSeconds(1))
                                        .cancel()
                                        .passing(100)
                                        .expectCancelled()
                                        .ackRefusal())
                        .ends("abandoned-in-ring", "caller"));
    }

    private static SippScript answering() {
        return branch().answer("180 Ringing").answerWithSdp("200 OK").expect("ACK");
    }

    /// baresip calls through Kamailio, and the server rings another baresip through it.
    private void phonesHearEachOther(InteropServer server, Road road, Kamailio kamailio, String from) throws Exception {
        int port = Ports.freeSipPort();
        road.lead(from, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        try (var called = Baresip.start(folder, PhoneSetup.of(TestPlans.TARGET, port, CALLED_TONE, Wire.UDP));
                var calling = Baresip.start(folder, PhoneSetup.of(from, Ports.freeSipPort(), CALLER_TONE, Wire.UDP))) {
            calling.dial("sip:" + TestPlans.DIRECT + "@127.0.0.1:"
                    + kamailio.address().getPort());
            called.accept(PATIENCE);
            calling.awaitTone(CALLED_TONE, 20, PATIENCE);
            called.awaitTone(CALLER_TONE, 20, PATIENCE);
            called.hangUp();
            calling.awaitOver(PATIENCE);
        }
        var call = server.callOf(from);
        assertThat(call.endReason()).as(call.toString()).isEqualTo("completed");
        assertThat(call.hangupSide()).as(call.toString()).isEqualTo("target");
    }

    /// A node of ours that answers OPTIONS and sheds every call with 503 and Retry-After.
    private static SipStack fullNode() throws Exception {
        var anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return SipStacks.start(SipSettings.on(anywhere), new SipApplication() {
            @Override
            public LegListener onInvite(IncomingLeg leg) {
                leg.reject(SipReply.of(503, "Service Unavailable").with("Retry-After", "5"));
                return event -> {};
            }

            @Override
            public SipReply onRequest(SipRequest request, SipSource source) {
                return SipReply.of(200, "OK");
            }
        });
    }
}
