package org.hotline400.server.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline400.server.telephony.LabOrders.HALF;
import static org.hotline400.server.telephony.LabOrders.awaitTone;
import static org.hotline400.server.telephony.LabOrders.thenNothingIsLeft;
import static org.hotline400.server.telephony.PhoneLab.SOON;
import static org.hotline400.server.telephony.PhoneLab.tone;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hotline400.server.calls.Announcement;
import org.hotline400.server.calls.CallerGoneException;
import org.hotline400.server.calls.Errand;
import org.hotline400.simulator.Order;
import org.hotline400.simulator.Voice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A caller waits while something is done for him.
@Execution(ExecutionMode.CONCURRENT)
@Timeout(60)
class CompanyTest {
    private static final Announcement HOLD = tone("tone-600-500");
    private static final Duration LONG = Duration.ofSeconds(30);

    /// Work that ends when the test says so, and tells when it was interrupted.
    private static final class Slow {
        final CountDownLatch done = new CountDownLatch(1);
        final CompletableFuture<Void> interrupted = new CompletableFuture<>();

        Errand<String> errand() {
            return new Errand<>("look-up", () -> {
                try {
                    done.await();
                    return "found";
                } catch (InterruptedException e) {
                    interrupted.complete(null);
                    throw new IllegalStateException(e);
                }
            });
        }

        void awaitInterrupted() throws Exception {
            interrupted.get(SOON.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Test
    void whoWaitsLongHearsTheHoldOverAndOverUntilTheWorkIsDone() throws Exception {
        var slow = new Slow();
        try (var lab = PhoneLab.leading(phone -> {
            phone.answer();
            var found = phone.whileDoing(slow.errand(), LONG, HOLD);
            phone.play(tone("tone-1000-2000"));
            return found;
        })) {
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            call.heard().awaitTone(600, Duration.ofMillis(1200), SOON);
            slow.done.countDown();
            call.heard().awaitTone(1000, HALF, SOON);
            assertThat(lab.outcome()).isEqualTo(Optional.of("found"));
        }
    }

    @Test
    void whatIsDoneAtOnceIsWaitedForInSilence() throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            phone.answer();
            var found = phone.whileDoing(new Errand<>("quick", () -> "found"), LONG, HOLD);
            phone.play(tone("tone-1000-2000"));
            return found;
        })) {
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            call.heard().awaitTone(1000, HALF, SOON);
            assertThat(call.heard().tone(600, Duration.ofMillis(100))).isFalse();
            assertThat(lab.outcome()).isEqualTo(Optional.of("found"));
        }
    }

    @Test
    void workThatTakesTooLongIsInterruptedAndTheCallGoesOn() throws Exception {
        var slow = new Slow();
        try (var lab = PhoneLab.leading(phone -> {
            phone.answer();
            var found = phone.whileDoing(slow.errand(), Duration.ofSeconds(3), HOLD);
            phone.play(tone("tone-1000-2000"));
            return found;
        })) {
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            call.heard().awaitTone(600, HALF, SOON);
            call.heard().awaitTone(1000, HALF, SOON);
            assertThat(lab.outcome()).isEqualTo(Optional.empty());
            slow.awaitInterrupted();
        }
    }

    @Test
    void aCallerWhoHangsUpEndsTheWork() throws Exception {
        var slow = new Slow();
        try (var lab = PhoneLab.leading(phone -> {
            phone.answer();
            return phone.whileDoing(slow.errand(), LONG, HOLD);
        })) {
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            awaitTone(call, 600);
            call.hangUp();
            assertThat(lab.outcome()).isInstanceOf(CallerGoneException.class);
            slow.awaitInterrupted();
            thenNothingIsLeft(lab);
        }
    }

    @Test
    void whoIsNotAnsweredYetHearsItRing() throws Exception {
        var slow = new Slow();
        try (var lab = PhoneLab.leading(phone -> phone.whileDoing(slow.errand(), LONG, HOLD))) {
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            call.awaitRinging(SOON);
            slow.done.countDown();
            assertThat(lab.outcome()).isEqualTo(Optional.of("found"));
            assertThat(call.answeredAt()).isEmpty();
            assertThat(call.heard().tone(600, Duration.ofMillis(100))).isFalse();
        }
    }

    @Test
    void keysPressedMeanwhileAreKept() throws Exception {
        var slow = new Slow();
        try (var lab = PhoneLab.leading(phone -> {
            phone.answer();
            phone.whileDoing(slow.errand(), LONG, HOLD);
            return phone.ask(tone("tone-1000-9000"), Duration.ofSeconds(1)).toString();
        })) {
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            awaitTone(call, 600);
            call.press("7");
            awaitTone(call, 600);
            slow.done.countDown();
            assertThat(lab.outcome()).isEqualTo("Pressed[key=7]");
        }
    }

    @Test
    void whatTheWorkThrowsIsThrownToWhoeverWaits() throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            phone.answer();
            try {
                return phone.whileDoing(
                        new Errand<String>("broken", () -> {
                            throw new IllegalArgumentException("broken");
                        }),
                        LONG,
                        HOLD);
            } catch (IllegalArgumentException e) {
                return String.valueOf(e.getMessage());
            }
        })) {
            lab.simulator.carrier().call("4008888888", "13812345678");
            assertThat(lab.outcome()).isEqualTo("broken");
        }
    }
}
