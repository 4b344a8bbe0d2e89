package org.hotline400.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CollectorLogTest {
    private static final String LOG = """
            [9000000000ns][safepoint   ] Safepoint "ICBufferFull", Time since last: 1 ns, Reaching safepoint: 2 ns, Cleanup: 3 ns, At safepoint: 4 ns, Leaving safepoint: 1 ns, Total: 99000000 ns, Threads: 1 runnable, 30 total
            [10500000000ns][gc      ] GC(3) Pause Young (Normal) (G1 Evacuation Pause) 800M->200M(2048M) 7.031ms
            [11000000000ns][gc,heap ] GC(3)      Used:      800M (39%)        200M (10%)
            [15000000000ns][gc      ] GC(4) Pause Remark 410M->400M(2048M) 2.1ms
            [16500000000ns][gc      ] GC(5) Pause Young (Mixed) (G1 Evacuation Pause) 700M->150M(2048M) 9.031ms
            [17500000000ns][gc      ] GC(6) Pause Full (Diagnostic Command) 160M->120M(2048M) 80.2ms
            [20500000000ns][gc      ] GC(7) Major Collection (Proactive) 700M(34%)->100M(5%) 0.131s
            [21000000000ns][safepoint   ] Safepoint "ZMarkStartYoung", Time since last: 1 ns, Reaching safepoint: 2 ns, Cleanup: 3 ns, At safepoint: 4 ns, Leaving safepoint: 1 ns, Total: 1250000 ns, Threads: 1 runnable, 30 total
            [22000000000ns][safepoint   ] Safepoint "G1Collect", Time since last: 1 ns, Total: 250000 ns, Threads: 1 runnable, 30 total
            [99000000000ns][gc      ] GC(8) Pause Young (Normal) (G1 Evacuation Pause) 800M->900M(2048M) 3.031ms
            """;

    private static final CollectorLog READ = CollectorLog.parse(LOG.lines(), 10_000_000_000L, 30_000_000_000L);

    @Test
    void readsTheHeapAfterEachCollectionAndEachPause() {
        assertThat(READ.heap().size()).isEqualTo(5);
        assertThat(READ.heap().mean()).isEqualTo(194, within(1e-9));
        assertThat(READ.pauses()).extracting(CollectorLog.Pause::nanos).containsExactly(1_250_000L, 250_000L);
        assertThat(READ.longestPause()).isEqualTo(1.25, within(1e-9));
        assertThat(READ.pausesWithin(50)).isEqualTo(0.25, within(1e-9));
    }

    @Test
    void tellsCollectionsOfOldObjectsFromTheOthers() {
        assertThat(READ.old().size()).isEqualTo(3);
        assertThat(READ.old().last()).hasValue(100);
        assertThat(READ.old().mean()).isEqualTo(370 / 3.0, within(1e-9));
    }
}
