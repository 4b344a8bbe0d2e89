package org.hotline400.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hotline400.sip.LegEvent.Answered;
import org.hotline400.sip.LegEvent.Confirmed;
import org.hotline400.sip.LegEvent.Ended;
import org.hotline400.sip.LegEvent.Informed;
import org.hotline400.sip.LegEvent.OfferAnswered;
import org.hotline400.sip.LegEvent.OfferRefused;
import org.hotline400.sip.LegEvent.Offered;
import org.hotline400.sip.LegEvent.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Longer stories between two real stacks.
class StoriesTest {

    private static final DigestChallenges CHALLENGES = DigestChallenges.fresh(Clock.systemUTC());

    private record Talk(Party.Call<OutgoingLeg> calling, Party.Call<IncomingLeg> called) {}

    private static Talk talk(Party alice, Party bob, Transport transport) {
        var calling = alice.call(bob, transport);
        var called = bob.incoming();
        called.leg().answer(SipReply.of(200, "OK").withSdp(Party.SDP));
        calling.next(Answered.class);
        called.next(Confirmed.class);
        return new Talk(calling, called);
    }

    private static void awaitNothingLeft(Party party) {
        Awaitility.await().atMost(Duration.ofSeconds(8)).untilAsserted(() -> {
            SipStatistics left = party.stack.statistics();
            assertThat(left.legs()).isZero();
            assertThat(left.transactions()).isZero();
            assertThat(left.timers() - left.connections()).isZero();
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"UDP", "TCP"})
    void offersTravelBothWaysAndNothingIsLeftBehind(Transport transport) throws IOException {
        try (var alice = Party.start();
                var bob = Party.start()) {
            var talk = talk(alice, bob, transport);
            talk.calling().leg().offer(Party.SDP);
            assertThat(talk.called().next(Offered.class).sdp()).contains(Party.SDP);
            talk.called().leg().answerOffer(Party.SDP);
            talk.calling().next(OfferAnswered.class);
            talk.called().leg().offer(Party.SDP);
            talk.calling().next(Offered.class);
            talk.calling().leg().refuseOffer(488, "Not Acceptable Here");
            assertThat(talk.called().next(OfferRefused.class).status()).isEqualTo(488);
            talk.calling().leg().info("application/dtmf-relay", "Signal=5");
            assertThat(talk.called().next(Informed.class).body()).isEqualTo("Signal=5");
            talk.calling().leg().end(EndReason.normal());
            talk.called().next(Ended.class);
            talk.calling().next(Ended.class);
            awaitNothingLeft(alice);
            awaitNothingLeft(bob);
        }
    }

    @Test
    void offersThatMeetAreTriedAgain() throws IOException {
        try (var alice = Party.start();
                var bob = Party.start()) {
            var talk = talk(alice, bob, Transport.UDP);
            talk.calling().leg().offer(Party.SDP);
            talk.called().leg().offer(Party.SDP);
            var answered = new AtomicInteger();
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(10))
                    .atMost(Duration.ofSeconds(8))
                    .until(() -> answered.addAndGet(step(talk.calling()) + step(talk.called())) == 2);
        }
    }

    /// Answers the offer that may have come.
    ///
    /// @return 1 when the own offer was answered, else 0
    private static int step(Party.Call<? extends SipLeg> side) {
        LegEvent event = side.events().poll();
        if (event instanceof Offered) {
            side.leg().answerOffer(Party.SDP);
        }
        return event instanceof OfferAnswered ? 1 : 0;
    }

    @Test
    void endsThatMeetEndBothSidesOnce() throws IOException {
        try (var alice = Party.start();
                var bob = Party.start()) {
            var talk = talk(alice, bob, Transport.UDP);
            talk.calling().leg().end(EndReason.normal());
            talk.called().leg().end(EndReason.normal());
            talk.calling().next(Ended.class);
            talk.called().next(Ended.class);
            awaitNothingLeft(alice);
            assertThat(talk.calling().events()).isEmpty();
            assertThat(talk.called().events()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void callsSurviveALossyRoad(long seed) throws IOException {
        try (var road = new LossyRoad(seed, 20);
                var alice = Party.start(settings -> settings.advertising(road.eastDoor()));
                var bob = Party.start(settings -> settings.advertising(road.westDoor()))) {
            road.open(alice.stack.address(), bob.stack.address());
            for (int i = 0; i < 5; i++) {
                var order = bob.order(Transport.UDP);
                var calling = alice.call(new OutgoingCall(
                        order.target(),
                        Optional.of(new SipHop(Transport.UDP, road.westDoor())),
                        order.from(),
                        order.to(),
                        order.headers(),
                        order.sdp(),
                        order.account(),
                        70));
                var called = bob.incoming();
                called.leg().answer(SipReply.of(200, "OK").withSdp(Party.SDP));
                calling.next(Answered.class);
                called.next(Confirmed.class);
                called.leg().end(EndReason.normal());
                calling.next(Ended.class);
                called.next(Ended.class);
            }
            assertThat(road.lost.get()).isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource({"secret, 200", "wrong, 401"})
    void aChallengeIsAnsweredOnce(String password, int status) throws Exception {
        try (var alice = Party.start();
                var bob = Party.start()) {
            bob.answers = (request, source) -> {
                var result = CHALLENGES.verify(request, "hotline", user -> Optional.of("secret"));
                return switch (result) {
                    case DigestResult.Authenticated(var user) -> SipReply.of(200, "Welcome " + user);
                    case DigestResult.Missing(var challenges) -> challenged(challenges);
                    case DigestResult.Refused _ -> challenged(CHALLENGES.challenge("hotline"));
                };
            };
            var request = new OutgoingRequest(
                    "REGISTER",
                    bob.uri("alice", Transport.UDP),
                    Optional.empty(),
                    "<sip:alice@example.com>",
                    "<sip:alice@example.com>",
                    Optional.of("registration-1"),
                    List.of(new SipHeader("Expires", "60")),
                    Optional.empty(),
                    Optional.of(new SipAccount("alice", password)),
                    Duration.ofSeconds(5));
            SipResponse response = alice.stack.request(request).get(5, TimeUnit.SECONDS);
            assertThat(response.status()).isEqualTo(status);
            assertThat(alice.stack.trace("registration-1"))
                    .filteredOn(TracedMessage::sent)
                    .anySatisfy(sent -> assertThat(sent.text()).contains("Authorization: ********"))
                    .noneSatisfy(sent -> assertThat(sent.text()).contains("response=\""));
        }
    }

    private static SipReply challenged(List<String> challenges) {
        SipReply reply = SipReply.of(401, "Unauthorized");
        for (String challenge : challenges) {
            reply = reply.with("WWW-Authenticate", challenge);
        }
        return reply;
    }

    @Test
    void newCallsAreRefusedAboveTheLimitAndAfterRefuseNewCalls() throws IOException {
        try (var alice = Party.start();
                var bob = Party.start(s -> s.withMaxLegs(1))) {
            var talk = talk(alice, bob, Transport.UDP);
            var refused = alice.call(bob, Transport.UDP).next(Rejected.class);
            assertThat(refused.response().status()).isEqualTo(503);
            assertThat(refused.response().header("Retry-After")).isPresent();
            talk.calling().leg().end(EndReason.normal());
            talk.called().next(Ended.class);
            bob.stack.refuseNewCalls();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(alice.call(bob, Transport.UDP)
                                    .next(Rejected.class)
                                    .response()
                                    .status())
                            .isEqualTo(503));
        }
    }

    @Test
    void closingEndsEveryLegAndTellsThePeers() throws IOException {
        try (var alice = Party.start()) {
            var bob = Party.start();
            var talk = talk(alice, bob, Transport.UDP);
            var ringing = alice.call(bob, Transport.UDP);
            bob.incoming();
            bob.close();
            talk.calling().next(Ended.class);
            talk.called().next(Ended.class);
            assertThat(ringing.next(Rejected.class).response().status()).isEqualTo(503);
            talk.called().leg().end(EndReason.normal());
            assertThat(bob.stack.statistics().legs()).isZero();
        }
    }

    @Test
    void aTargetThatCannotBeReachedIsRejected() throws IOException {
        try (var alice = Party.start()) {
            int closed;
            try (var probe = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
                closed = probe.getLocalPort();
            }
            var uri = SipUri.of("x", "127.0.0.1", closed).with("transport", "tcp");
            var order = new OutgoingCall(
                    uri, Optional.empty(), "<sip:a@b>", "<sip:x@y>", List.of(), Party.SDP, Optional.empty(), 70);
            assertThat(alice.call(order).next(Rejected.class).response().status())
                    .isEqualTo(503);
        }
    }

    @Test
    void aPortInUseIsNamed() throws IOException {
        try (var alice = Party.start()) {
            InetSocketAddress taken = alice.stack.address();
            Assertions.assertThatThrownBy(() -> Party.start(s -> SipSettings.on(taken)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(Integer.toString(taken.getPort()))
                    .hasMessageContaining("another address or port");
        }
    }

    @Test
    void aCallThatTheStackCannotTakeIsToldByAnotherThread() throws Exception {
        var alice = Party.start();
        OutgoingCall order = alice.order(Transport.UDP);
        alice.close();
        var told = new java.util.concurrent.LinkedBlockingQueue<Thread>();
        var events = new java.util.concurrent.LinkedBlockingQueue<LegEvent>();
        alice.stack.invite(order, event -> {
            told.add(Thread.currentThread());
            events.add(event);
        });
        assertThat(events.poll(8, java.util.concurrent.TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        LegEvent.Rejected.class,
                        rejected -> assertThat(rejected.response().status()).isEqualTo(503));
        assertThat(told).doesNotContain(Thread.currentThread());
    }
}
