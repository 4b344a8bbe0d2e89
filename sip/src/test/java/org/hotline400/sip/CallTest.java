package org.hotline400.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.hotline400.sip.LegEvent.Answered;
import org.hotline400.sip.LegEvent.Confirmed;
import org.hotline400.sip.LegEvent.Ended;
import org.hotline400.sip.LegEvent.Progress;
import org.hotline400.sip.LegEvent.Rejected;
import org.hotline400.sip.LegEvent.Side;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Calls between two real stacks over loopback.
class CallTest {

    private Party alice;
    private Party bob;

    @BeforeEach
    void start() throws IOException {
        alice = Party.start();
        bob = Party.start();
    }

    @AfterEach
    void stop() {
        alice.close();
        bob.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"UDP", "TCP"})
    void aCallIsAnsweredAndEndedByTheCaller(Transport transport) {
        var calling = alice.call(bob, transport);
        var called = bob.incoming();
        called.leg().progress(SipReply.of(180, "Ringing"));
        assertThat(calling.next(Progress.class).response().status()).isEqualTo(180);
        called.leg().answer(SipReply.of(200, "OK").withSdp(Party.SDP));
        assertThat(calling.next(Answered.class).response().sdp()).contains(Party.SDP);
        called.next(Confirmed.class);
        calling.leg().end(EndReason.normal());
        assertThat(called.next(Ended.class).by()).isEqualTo(Side.PEER);
        assertThat(calling.next(Ended.class).by()).isEqualTo(Side.US);
    }

    @ParameterizedTest
    @EnumSource(names = {"UDP", "TCP"})
    void aCallIsEndedByTheCalled(Transport transport) {
        var calling = alice.call(bob, transport);
        var called = bob.incoming();
        called.leg().answer(SipReply.of(200, "OK").withSdp(Party.SDP));
        calling.next(Answered.class);
        called.next(Confirmed.class);
        called.leg().end(EndReason.of(200, 31, "Tired"));
        Ended ended = calling.next(Ended.class);
        assertThat(ended.by()).isEqualTo(Side.PEER);
        assertThat(ended.reason().q850()).hasValue(31);
        assertThat(ended.reason().text()).isEqualTo("Tired");
        assertThat(called.next(Ended.class).by()).isEqualTo(Side.US);
    }

    @ParameterizedTest
    @EnumSource(names = {"UDP", "TCP"})
    void aCallIsRejected(Transport transport) {
        var calling = alice.call(bob, transport);
        var called = bob.incoming();
        called.leg().reject(SipReply.of(486, "Busy Here"));
        assertThat(calling.next(Rejected.class).response().status()).isEqualTo(486);
        assertThat(called.next(Ended.class).reason().status()).isEqualTo(486);
    }

    @ParameterizedTest
    @EnumSource(names = {"UDP", "TCP"})
    void aCallIsCancelled(Transport transport) {
        var calling = alice.call(bob, transport);
        var called = bob.incoming();
        calling.leg().end(EndReason.of(487, 16, "Changed my mind"));
        Ended ended = called.next(Ended.class);
        assertThat(ended.by()).isEqualTo(Side.PEER);
        assertThat(ended.reason().text()).isEqualTo("Changed my mind");
        assertThat(calling.next(Ended.class).by()).isEqualTo(Side.US);
    }
}
