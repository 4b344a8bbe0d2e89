package org.hotline400.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.hotline400.bench.media.SteadyLoad;
import org.hotline400.bench.platform.Machine;
import org.junit.jupiter.api.Test;

class SoakResultTest {
    private static final Held BEFORE = new Held(0, 500_000, 60, 200, 0);
    private static final SoakResult.LiveHeap LIVE = new SoakResult.LiveHeap(100, 102);
    private static final int MINUTE = 60;

    private static SoakResult result(SteadyLoad.Outcome outcome, Held after, long pauseMillis) {
        return new SoakResult(
                outcome, BEFORE, after, List.of(), LIVE, log(new Trend(), pauseMillis), new Takings(List.of()));
    }

    private static CollectorLog log(Trend old, long pauseMillis) {
        var pause = new CollectorLog.Pause(5_000_000_000L, pauseMillis * 1_000_000);
        return new CollectorLog(old, old, List.of(pause));
    }

    private static SteadyLoad.Outcome completed(long calls) {
        return new SteadyLoad.Outcome(10_000, calls, Map.of(), 0, 0, 1_000, 0);
    }

    @Test
    void isGoodWhenEverythingIsBack() {
        assertThat(result(completed(10_000), BEFORE, 3).good()).isTrue();
        assertThat(result(completed(9_991), new Held(9, 900_000, 65, 203, 0), 50)
                        .good())
                .isTrue();
    }

    @Test
    void failsForALeakForFailedCallsAndForAPause() {
        var all = completed(10_000);
        assertThat(result(all, new Held(9, 500_000, 60, 200, 2), 3).good()).isFalse();
        assertThat(result(all, new Held(9, 500_000, 60, 220, 0), 3).good()).isFalse();
        assertThat(result(all, new Held(9, 500_000, 90, 200, 0), 3).good()).isFalse();
        assertThat(result(completed(9_990), BEFORE, 3).good()).isFalse();
        assertThat(result(all, BEFORE, 51).good()).isFalse();
    }

    @Test
    void failsWhenTheGeneratorLeftOutMoreThanOneCallInAHundred() {
        assertThat(result(leftOut(101), BEFORE, 3).good()).isTrue();
        assertThat(result(leftOut(102), BEFORE, 3).good()).isFalse();
    }

    private static SteadyLoad.Outcome leftOut(long calls) {
        return new SteadyLoad.Outcome(10_000, 10_000, Map.of(), calls, 0, 1_000, 0);
    }

    private static double flat(double hours) {
        return 0;
    }

    /// @param resident,old what a megabyte value grows by, of the hours gone
    private static SoakResult lasting(int minutes, DoubleUnaryOperator resident, DoubleUnaryOperator old, double more) {
        var looks = IntStream.range(0, minutes * MINUTE / 10)
                .mapToObj(look -> new Held(
                        10.0 * look, Math.round(1024 * (2500 + resident.applyAsDouble(look / 360.0))), 60, 200, 40))
                .toList();
        var heap = new Trend();
        // Fills up within a minute and is emptied again.
        IntStream.range(0, minutes * MINUTE / 5)
                .forEach(at -> heap.add(5.0 * at, 150 + 40 * (at % 12) + old.applyAsDouble(at / 720.0)));
        return new SoakResult(
                completed(10_000),
                BEFORE,
                BEFORE,
                looks,
                new SoakResult.LiveHeap(100, 100 + more),
                log(heap, 3),
                new Takings(List.of()));
    }

    @Test
    void failsWhenMemoryClimbsOverTheLastThreeQuarters() {
        assertThat(lasting(60, SoakResultTest::flat, SoakResultTest::flat, 2).good())
                .isTrue();
        assertThat(lasting(60, hours -> 45 * hours, hours -> 8 * hours, 9).good())
                .isTrue();
        assertThat(lasting(60, hours -> 60 * hours, SoakResultTest::flat, 2).good())
                .isFalse();
        assertThat(lasting(60, SoakResultTest::flat, hours -> 15 * hours, 2).good())
                .isFalse();
        assertThat(lasting(60, SoakResultTest::flat, SoakResultTest::flat, 11).good())
                .isFalse();
    }

    @Test
    void forgivesWhatFillsUpInTheFirstQuarter() {
        assertThat(lasting(60, hours -> 400 * Math.min(0.25, hours), hours -> 400 * Math.min(0.25, hours), 2)
                        .good())
                .isTrue();
    }

    @Test
    void tellsNoSlopeOfAShortRun() {
        assertThat(lasting(14, hours -> 600 * hours, hours -> 600 * hours, 50).good())
                .isTrue();
        assertThat(lasting(15, hours -> 600 * hours, SoakResultTest::flat, 2).good())
                .isFalse();
    }

    @Test
    void judgesNoSlopeOfAHeapWhoseOldObjectsWereHardlyCollected() {
        var old = new Trend();
        old.add(600, 100);
        old.add(1800, 400);
        var full = lasting(60, SoakResultTest::flat, SoakResultTest::flat, 2);
        var seldom =
                new SoakResult(full.outcome(), BEFORE, BEFORE, full.looks(), LIVE, log(old, 3), new Takings(List.of()));
        assertThat(seldom.good()).isTrue();
    }

    @Test
    void aDisturbedPauseIsToldAndNotExcused() {
        var stolen = new Takings(
                List.of(new Takings.Moment(4_900_000_000L, 0, 0), new Takings.Moment(5_000_000_000L, 60_000_000, 0)));
        var result = new SoakResult(completed(10_000), BEFORE, BEFORE, List.of(), LIVE, log(new Trend(), 80), stolen);
        assertThat(result.good()).isFalse();
        assertThat(result.disturbed()).isTrue();
        var report = result.report(Instant.EPOCH, new Machine("cpu", 2, 8, "kernel", "jdk", "commit"), "command");
        assertThat(report.notes())
                .anySatisfy(note -> assertThat(note).startsWith("DISTURBED"))
                .anySatisfy(note -> assertThat(note).contains("80.0 ms, of which the host took 48.0"));
        assertThat(result(completed(10_000), BEFORE, 80).disturbed()).isFalse();
    }

    @Test
    void readsWhatTheKernelTells() {
        assertThat(Held.field("Name:\tjava\nVmRSS:\t  812048 kB\nThreads:\t61\n", "VmRSS"))
                .isEqualTo(812_048);
    }
}
