package org.hotline400.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.hotline400.sip.LegEvent.Answered;
import org.hotline400.sip.LegEvent.Confirmed;
import org.hotline400.sip.LegEvent.Ended;
import org.hotline400.sip.LegEvent.OfferAnswered;
import org.hotline400.sip.LegEvent.Offered;
import org.hotline400.sip.LegEvent.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What two real stacks say to each other before and besides the answer: PRACK, UPDATE, session timers.
class EarlyStoriesTest {

    private static final SipReply EARLY_MEDIA =
            SipReply.of(183, "Session Progress").withSdp(Party.SDP);
    private static final SipReply ANSWER = SipReply.of(200, "OK").withSdp(Party.SDP);

    private static void awaitNothingLeft(Party party) {
        Awaitility.await().atMost(Duration.ofSeconds(8)).untilAsserted(() -> {
            SipStatistics left = party.stack.statistics();
            assertThat(left.legs()).isZero();
            assertThat(left.transactions()).isZero();
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"UDP", "TCP"})
    void earlyMediaIsAcknowledgedAndTheSessionChangedBeforeTheAnswer(Transport transport) throws IOException {
        try (var alice = Party.start();
                var bob = Party.start()) {
            var calling = alice.call(bob, transport);
            var called = bob.incoming();
            called.leg().progress(EARLY_MEDIA);
            assertThat(calling.next(Progress.class).response().header("RSeq")).isPresent();
            calling.leg().offer(Party.SDP);
            Offered offered = called.next(Offered.class);
            assertThat(offered.request().method()).isEqualTo("UPDATE");
            called.leg().answer(ANSWER);
            called.leg().answerOffer(Party.SDP);
            calling.next(OfferAnswered.class);
            Answered answered = calling.next(Answered.class);
            assertThat(answered.response().sdp()).isEmpty();
            assertThat(answered.sdp()).isPresent();
            assertThat(answered.response().header("Session-Expires")).contains("1800;refresher=uac");
            called.next(Confirmed.class);
            called.leg().end(EndReason.normal());
            calling.next(Ended.class);
            called.next(Ended.class);
            awaitNothingLeft(alice);
            awaitNothingLeft(bob);
        }
    }

    @Test
    void aCallIsCancelledInTheMiddleOfItsEarlyMedia() throws IOException {
        try (var alice = Party.start();
                var bob = Party.start()) {
            var calling = alice.call(bob, Transport.UDP);
            var called = bob.incoming();
            called.leg().progress(EARLY_MEDIA);
            calling.next(Progress.class);
            calling.leg().end(EndReason.normal());
            assertThat(called.next(Ended.class).by()).isEqualTo(LegEvent.Side.PEER);
            assertThat(calling.next(Ended.class).by()).isEqualTo(LegEvent.Side.US);
            awaitNothingLeft(alice);
            awaitNothingLeft(bob);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void earlyMediaSurvivesALossyRoad(long seed) throws IOException {
        try (var road = new LossyRoad(seed, 20);
                var alice = Party.start(settings -> settings.advertising(road.eastDoor()));
                var bob = Party.start(settings -> settings.advertising(road.westDoor()))) {
            road.open(alice.stack.address(), bob.stack.address());
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
            called.leg().progress(EARLY_MEDIA);
            calling.next(Progress.class);
            called.leg().answer(ANSWER);
            assertThat(calling.next(Answered.class).sdp()).contains(Party.SDP);
            called.next(Confirmed.class);
            calling.leg().end(EndReason.normal());
            called.next(Ended.class);
            calling.next(Ended.class);
        }
    }
}
