package org.hotline400.server.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.hotline400.media.MediaEvent;
import org.hotline400.server.calls.PhoneFailedException;
import org.hotline400.sip.EndReason;
import org.hotline400.sip.LegEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallSignalsTest {
    private static final Duration SHORT = Duration.ofMillis(60);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Signal BYE = new Signal.FromCaller(
            new LegEvent.Ended(LegEvent.Side.PEER, new EndReason(200, OptionalInt.of(16), "Normal call clearing")));

    private final Alarms alarms = Alarms.start();
    private final CallSignals signals = new CallSignals(alarms);

    @AfterEach
    void end() {
        alarms.close();
    }

    @Test
    void signals_come_in_their_order() {
        IntStream.range(0, 5).forEach(i -> signals.tell(key((char) ('1' + i))));
        IntStream.range(0, 5)
                .forEach(i -> assertThat(signals.next(Deadline.in(LONG))).contains(key((char) ('1' + i))));
    }

    @Test
    void who_waits_in_vain_waits_until_the_deadline() {
        long began = System.nanoTime();
        assertThat(signals.next(Deadline.in(SHORT))).isEmpty();
        assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(SHORT.toNanos());
    }

    @Test
    void a_passed_deadline_takes_what_is_there() {
        signals.tell(BYE);
        assertThat(signals.next(Deadline.in(Duration.ZERO))).contains(BYE);
        assertThat(signals.next(Deadline.in(Duration.ZERO))).isEmpty();
    }

    @Test
    void a_hundred_calls_hand_signals_to_and_fro_and_none_is_missed() throws Exception {
        List<CompletableFuture<Integer>> calls = new ArrayList<>();
        for (int call = 0; call < 100; call++) {
            var here = new CallSignals(alarms);
            var there = new CallSignals(alarms);
            Thread.ofVirtual().start(() -> heard(there, here));
            calls.add(CompletableFuture.supplyAsync(
                    () -> told(here, there), task -> Thread.ofVirtual().start(task)));
        }
        for (var call : calls) {
            assertThat(call.get(LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo(200);
        }
    }

    private static int told(CallSignals here, CallSignals there) {
        int answers = 0;
        for (int i = 0; i < 200; i++) {
            there.tell(BYE);
            answers += here.next(Deadline.in(LONG)).isPresent() ? 1 : 0;
        }
        return answers;
    }

    private static void heard(CallSignals here, CallSignals there) {
        for (int i = 0; i < 200; i++) {
            here.next(Deadline.in(LONG)).ifPresent(there::tell);
        }
    }

    @Test
    void a_flood_of_keys_loses_keys_and_never_the_end() {
        signals.tell(BYE);
        IntStream.range(0, 2_000).forEach(i -> signals.tell(key('5')));
        assertThat(signals.next(Deadline.in(SHORT))).contains(BYE);
    }

    @Test
    void an_interrupt_ends_this_wait_and_all_that_follow() throws Exception {
        var ended = new CompletableFuture<Boolean>();
        var thread = Thread.ofVirtual().start(() -> {
            assertThatThrownBy(() -> signals.next(Deadline.in(LONG))).isInstanceOf(PhoneFailedException.class);
            assertThatThrownBy(() -> signals.next(Deadline.in(LONG))).isInstanceOf(PhoneFailedException.class);
            ended.complete(Thread.currentThread().isInterrupted());
        });
        thread.interrupt();
        assertThat(ended.get(LONG.toSeconds(), TimeUnit.SECONDS)).isFalse();
    }

    private static Signal key(char key) {
        return new Signal.CallerAudio(new MediaEvent.KeyPressed(key));
    }
}
