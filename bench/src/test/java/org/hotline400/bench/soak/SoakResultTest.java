package org.hotline400.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hotline400.bench.media.SteadyLoad;
import org.junit.jupiter.api.Test;

class SoakResultTest {
    private static final Held BEFORE = new Held(0, 500_000, 60, 200, 0);

    private static SoakResult result(long completed, Held after, double pause) {
        var outcome = new SteadyLoad.Outcome(10_000, completed, Map.of(), 0, 0, 1_000, 0);
        return new SoakResult(outcome, BEFORE, after, List.of(), new CollectorLog(new Trend(), pause));
    }

    @Test
    void isGoodWhenEverythingIsBack() {
        assertThat(result(10_000, BEFORE, 3).good()).isTrue();
        assertThat(result(9_991, new Held(9, 900_000, 65, 203, 0), 50).good()).isTrue();
    }

    @Test
    void failsForALeakForFailedCallsAndForAPause() {
        assertThat(result(10_000, new Held(9, 500_000, 60, 200, 2), 3).good()).isFalse();
        assertThat(result(10_000, new Held(9, 500_000, 60, 220, 0), 3).good()).isFalse();
        assertThat(result(10_000, new Held(9, 500_000, 90, 200, 0), 3).good()).isFalse();
        assertThat(result(9_990, BEFORE, 3).good()).isFalse();
        assertThat(result(10_000, BEFORE, 50.1).good()).isFalse();
    }

    @Test
    void readsWhatTheKernelTells() {
        assertThat(Held.field("Name:\tjava\nVmRSS:\t  812048 kB\nThreads:\t61\n", "VmRSS"))
                .isEqualTo(812_048);
    }
}
