package org.hotline400.server.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.hotline400.sip.DigestChallenges;
import org.hotline400.sip.DigestResult;
import org.hotline400.sip.IncomingLeg;
import org.hotline400.sip.LegListener;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// We register with carriers, over real SIP: renewed, turned to another server, taken back.
class TrunkRegistrationsTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final InetSocketAddress ANYWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final UUID ID = new UUID(0, 5);

    private final TrunkRegistrations registrations = new TrunkRegistrations();
    private SipStack us;

    @BeforeEach
    void open() throws IOException {
        us = SipStacks.start(SipSettings.on(ANYWHERE), new Answering(_ -> SipReply.of(404, "Not Found")));
    }

    @AfterEach
    void close() {
        registrations.close();
        us.close();
    }

    private record Answering(Function<SipRequest, SipReply> answer) implements SipApplication {
        @Override
        public LegListener onInvite(IncomingLeg leg) {
            leg.reject(SipReply.of(404, "Not Found"));
            return _ -> {};
        }

        @Override
        public SipReply onRequest(SipRequest request, SipSource source) {
            return answer.apply(request);
        }
    }

    /// A carrier's registrar that wants digest and then answers as the test says.
    private static final class Carrier implements AutoCloseable {
        final BlockingQueue<SipRequest> proved = new LinkedBlockingQueue<>();
        final BlockingQueue<SipRequest> all = new LinkedBlockingQueue<>();
        private final DigestChallenges challenges = DigestChallenges.fresh(Clock.systemUTC());
        private final SipStack stack;

        Carrier(Function<SipRequest, SipReply> granting) throws IOException {
            stack = SipStacks.start(SipSettings.on(ANYWHERE), new Answering(request -> {
                all.add(request);
                return switch (challenges.verify(request, "carrier", _ -> Optional.of("secret"))) {
                    case DigestResult.Missing(var values) -> challenged(values);
                    case DigestResult.Refused _ -> SipReply.of(403, "Forbidden");
                    case DigestResult.Authenticated _ -> {
                        proved.add(request);
                        yield granting.apply(request);
                    }
                };
            }));
        }

        private static SipReply challenged(List<String> values) {
            var reply = SipReply.of(401, "Unauthorized");
            for (var value : values) {
                reply = reply.with("WWW-Authenticate", value);
            }
            return reply;
        }

        SipRequest next() throws InterruptedException {
            var request = proved.poll(SOON.toMillis(), TimeUnit.MILLISECONDS);
            assertThat(request).as("a REGISTER within " + SOON).isNotNull();
            return request;
        }

        @Override
        public void close() {
            stack.close();
        }
    }

    private static SipReply granted(SipRequest request, int seconds) {
        return SipReply.of(200, "OK")
                .with("Contact", request.header("Contact").orElseThrow() + ";expires=" + seconds)
                .with("Contact", "<sip:hotline@192.0.2.200:5060>;expires=3000");
    }

    private void register(String password, InetSocketAddress... servers) {
        var hops = Arrays.stream(servers)
                .map(server -> new SipHop(Transport.UDP, server))
                .toList();
        var terms = new TrunkRegistration("hotline", Optional.empty(), Duration.ofMinutes(10), false);
        var port = servers[0].getPort();
        var out = new Trunk.Outbound(
                "127.0.0.1",
                port,
                Transport.UDP,
                hops,
                Optional.of(new SipAccount("hotline", password)),
                0,
                1,
                Optional.of(new Trunk.Registrar(terms, "127.0.0.1", port, Transport.UDP, hops)));
        var trunk = new Trunk(ID, "carrier", true, List.of(), Optional.empty(), "", Optional.of(out));
        var home = new SipUri("sip", Optional.empty(), "127.0.0.1", us.address().getPort(), Map.of());
        registrations.watch(() -> List.of(trunk), us, home, Clock.systemUTC(), new Random(400));
    }

    private void awaitState(RegistrationState.Status status) {
        await().atMost(SOON)
                .until(() -> registrations
                        .state(ID)
                        .filter(state -> state.status() == status)
                        .isPresent());
    }

    private static long cseq(SipRequest request) {
        return Long.parseLong(request.header("CSeq").orElseThrow().split(" ", 2)[0]);
    }

    @Test
    void aTrunkIsRegisteredRenewedInTimeAndTakenBack() throws Exception {
        try (var carrier = new Carrier(request -> granted(request, 2))) {
            register("secret", carrier.stack.address());
            var first = carrier.next();
            assertThat(first.uri().user()).isEmpty();
            assertThat(first.header("To").orElseThrow()).contains("sip:hotline@127.0.0.1");
            assertThat(first.header("Contact").orElseThrow())
                    .contains("sip:hotline@127.0.0.1:" + us.address().getPort());
            awaitState(RegistrationState.Status.REGISTERED);

            var second = carrier.next();
            assertThat(second.callId()).isEqualTo(first.callId());
            assertThat(cseq(second)).isGreaterThan(cseq(first));

            registrations.close();
            var last = carrier.next();
            while (!last.header("Expires").orElseThrow().equals("0")) {
                last = carrier.next();
            }
            assertThat(cseq(last)).isGreaterThan(cseq(second));
        }
    }

    @Test
    void aCarrierThatWantsALongerTimeGetsIt() throws Exception {
        try (var carrier =
                new Carrier(request -> request.header("Expires").orElse("").equals("1800")
                        ? granted(request, 1800)
                        : SipReply.of(423, "Interval Too Brief").with("Min-Expires", "1800"))) {
            register("secret", carrier.stack.address());
            awaitState(RegistrationState.Status.REGISTERED);
            assertThat(registrations.state(ID).orElseThrow().until().orElseThrow())
                    .isBetween(
                            Clock.systemUTC().instant().plusSeconds(1700),
                            Clock.systemUTC().instant().plusSeconds(1800));
        }
    }

    @Test
    void whereOneServerFailsTheNextRegistersUs() throws Exception {
        try (var broken = new Carrier(_ -> SipReply.of(503, "Service Unavailable"));
                var sound = new Carrier(request -> granted(request, 600))) {
            register("secret", broken.stack.address(), sound.stack.address());
            broken.next();
            sound.next();
            awaitState(RegistrationState.Status.REGISTERED);
        }
    }

    @Test
    void aCarrierThatRefusesTheAccountIsNotKnockedAtAgainAndAgain() throws Exception {
        try (var carrier = new Carrier(request -> granted(request, 600))) {
            register("wrong", carrier.stack.address());
            awaitState(RegistrationState.Status.FAILED);
            assertThat(registrations.state(ID).orElseThrow().error()).contains("403 Forbidden");
            assertThat(carrier.all).hasSize(2);
        }
    }

    @Test
    void atTheRegistrarsAddressOurContactIsTheTrunks() {
        var registrar = new InetSocketAddress(InetAddress.ofLiteral("192.0.2.7"), 5060);
        var hops = List.of(new SipHop(Transport.UDP, registrar));
        var terms = new TrunkRegistration("hotline", Optional.empty(), Duration.ofMinutes(10), true);
        var out = new Trunk.Outbound(
                "carrier.example",
                5060,
                Transport.UDP,
                hops,
                Optional.of(new SipAccount("hotline", "secret")),
                0,
                1,
                Optional.of(new Trunk.Registrar(terms, "carrier.example", 5060, Transport.UDP, hops)));
        var trunk = new Trunk(ID, "carrier", true, List.of(), Optional.empty(), "", Optional.of(out));
        assertThat(trunk.trusts(InetAddress.ofLiteral("192.0.2.7"))).isTrue();
        assertThat(trunk.trusts(InetAddress.ofLiteral("192.0.2.8"))).isFalse();
        assertThat(trunk.isRegisteredAs("hotline")).isTrue();
        assertThat(trunk.isRegisteredAs("4008888888")).isFalse();
        var off = new Trunk(ID, "carrier", false, List.of(), Optional.empty(), "", Optional.of(out));
        assertThat(off.trusts(InetAddress.ofLiteral("192.0.2.7"))).isFalse();
    }
}
