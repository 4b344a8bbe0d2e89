package org.hotline400.server.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline400.server.telephony.LabOrders.MESSAGE;
import static org.hotline400.server.telephony.LabOrders.TALK;
import static org.hotline400.server.telephony.LabOrders.awaitTone;
import static org.hotline400.server.telephony.LabOrders.order;
import static org.hotline400.server.telephony.LabOrders.thenNothingIsLeft;
import static org.hotline400.server.telephony.PhoneLab.SOON;
import static org.hotline400.server.telephony.PhoneLab.tone;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.hotline400.media.ToneDetector;
import org.hotline400.server.callplans.Target;
import org.hotline400.server.calls.CallMeter;
import org.hotline400.server.calls.FundsExhaustedException;
import org.hotline400.server.calls.HangUp;
import org.hotline400.server.calls.PaidCalls;
import org.hotline400.server.calls.Phone;
import org.hotline400.server.calls.TalkEnd;
import org.hotline400.simulator.Behaviour;
import org.hotline400.simulator.Call;
import org.hotline400.simulator.Order;
import org.hotline400.simulator.Voice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// What is left pays for so many seconds, on real SIP and RTP.
@Execution(ExecutionMode.CONCURRENT)
@Timeout(60)
class PaidCallTest {
    private static final String BRANCH = "01066660011";
    private static final int WARNING = 1400;
    private static final Duration BEEP = Duration.ofMillis(160);
    /// How far behind the right second an end may be seen: the record has it to the millisecond.
    private static final long TOLERANCE = 1_000;

    private final AtomicReference<Instant> end = new AtomicReference<>();
    private final AtomicInteger asked = new AtomicInteger();

    /// A meter that lets the call go on for so long from when it is first asked.
    private CallMeter meter(Duration length, Duration warning) {
        return new CallMeter() {
            @Override
            public void answered(Instant at) {}

            @Override
            public void talking(Target target, Instant from, boolean isRecorded) {}

            @Override
            public void talkOver(Instant at) {}

            @Override
            public Permit goOn(Instant now) {
                asked.incrementAndGet();
                end.compareAndSet(null, now.plus(length));
                return new Permit.Final(end.get(), warning);
            }
        };
    }

    private void limit(Phone phone, int seconds, int warning) {
        phone.answer();
        PaidCalls.limit(phone, meter(Duration.ofSeconds(seconds), Duration.ofSeconds(warning)));
    }

    private void thenItEndedAtTheRightSecond(Call call) throws InterruptedException {
        var ended = call.awaitEnded(SOON);
        assertThat(Duration.between(end.get(), ended.at()).toMillis()).isBetween(-20L, TOLERANCE);
    }

    @Test
    void bothSidesHearTheToneGoOnTalkingAndAreReleasedAtTheRightSecond() throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            phone.dial(order(BRANCH));
            limit(phone, 6, 3);
            var how = phone.talk(TALK);
            phone.hangUp(HangUp.FUNDS_EXHAUSTED);
            return how;
        })) {
            var branch = lab.simulator.carrier().phone(BRANCH, Behaviour.answers(Voice.tone(700)));
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            awaitTone(call, 700);
            var answered = branch.lastCall();

            call.heard().awaitTone(WARNING, BEEP, SOON);
            answered.heard().awaitTone(WARNING, BEEP, SOON);
            // The talk goes on after it.
            awaitTone(call, 700);
            awaitTone(answered, 400);
            thenItEndedAtTheRightSecond(call);
            thenItEndedAtTheRightSecond(answered);

            assertThat(lab.outcome()).isEqualTo(TalkEnd.FUNDS_EXHAUSTED);
            // Three; a machine that is busy may swallow a part of one.
            assertThat(beeps(call)).isBetween(2, 3);
            assertThat(beeps(answered)).isBetween(2, 3);
            assertThat(millisFromTheFirstBeep(call)).isBetween(2700, 3300);
            assertThat(millisFromTheFirstBeep(answered)).isBetween(2700, 3300);
            assertThat(asked).hasValue(1);
            thenNothingIsLeft(lab);
        }
    }

    @Test
    void anAnnouncementWaitsForTheToneAndIsCutToo() throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            limit(phone, 4, 2);
            try {
                phone.play(tone("tone-900-9000"));
                return "not cut";
            } catch (FundsExhaustedException e) {
                return e;
            }
        })) {
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            awaitTone(call, 900);
            call.heard().awaitTone(WARNING, BEEP, SOON);
            thenItEndedAtTheRightSecond(call);
            assertThat(lab.outcome()).isInstanceOf(FundsExhaustedException.class);
            assertThat(call.heard().longestTone(900)).isLessThan(Duration.ofMillis(2500));
            thenNothingIsLeft(lab);
        }
    }

    @Test
    void aMessageThatIsCutIsKept() throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            limit(phone, 3, 0);
            try {
                return phone.takeMessage(MESSAGE);
            } catch (FundsExhaustedException e) {
                return e;
            }
        })) {
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            thenItEndedAtTheRightSecond(call);
            assertThat(lab.outcome()).isInstanceOf(FundsExhaustedException.class);
            var message = lab.tapes.poll();
            assertThat(message.side(0).length()).isGreaterThan(Duration.ofSeconds(2));
            assertThat(message.isDiscarded()).isFalse();
            thenNothingIsLeft(lab);
        }
    }

    @Test
    void aTargetThatRingsIsLetGo() throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            limit(phone, 3, 1);
            try {
                return phone.dial(order(BRANCH));
            } catch (FundsExhaustedException e) {
                return e;
            }
        })) {
            var branch = lab.simulator.carrier().phone(BRANCH, Behaviour.neverAnswers());
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            thenItEndedAtTheRightSecond(call);
            branch.lastCall().awaitEnded(SOON);
            assertThat(lab.outcome())
                    .isInstanceOfSatisfying(
                            FundsExhaustedException.class,
                            over -> assertThat(over.rung()).hasSize(1));
            thenNothingIsLeft(lab);
        }
    }

    /// From the tone to the end of what a phone heard.
    private static int millisFromTheFirstBeep(Call call) {
        var heard = call.heard().samples();
        for (var at = 0; at + 800 <= heard.length; at += 160) {
            if (ToneDetector.level(heard, at, 800, WARNING) > 0.8) {
                return (heard.length - at) / 8;
            }
        }
        throw new AssertionError("no tone was heard");
    }

    /// How often the tone begins in what a phone heard.
    private static int beeps(Call call) {
        var heard = call.heard().samples();
        var beeps = 0;
        var before = false;
        for (var at = 0; at + 800 <= heard.length; at += 160) {
            var now = ToneDetector.level(heard, at, 800, WARNING) > 0.8;
            beeps += now && !before ? 1 : 0;
            before = now;
        }
        return beeps;
    }
}
