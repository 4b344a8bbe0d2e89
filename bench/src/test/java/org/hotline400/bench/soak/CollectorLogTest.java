package org.hotline400.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CollectorLogTest {
    private static final String LOG = """
            [9.000s][safepoint   ] Safepoint "ICBufferFull", Time since last: 1 ns, Reaching safepoint: 2 ns, Cleanup: 3 ns, At safepoint: 4 ns, Leaving safepoint: 1 ns, Total: 99000000 ns, Threads: 1 runnable, 30 total
            [10.500s][gc      ] GC(3) Minor Collection (Allocation Rate) 800M(39%)->200M(10%) 0.031s
            [11.000s][gc,heap ] GC(3)      Used:      800M (39%)        200M (10%)
            [20.500s][gc      ] GC(4) Major Collection (Proactive) 700M(34%)->100M(5%) 0.131s
            [21.000s][safepoint   ] Safepoint "ZMarkStartYoung", Time since last: 1 ns, Reaching safepoint: 2 ns, Cleanup: 3 ns, At safepoint: 4 ns, Leaving safepoint: 1 ns, Total: 1250000 ns, Threads: 1 runnable, 30 total
            [99.000s][gc      ] GC(5) Minor Collection (Allocation Rate) 800M(39%)->900M(10%) 0.031s
            """;

    @Test
    void readsTheHeapAfterEachCollectionAndTheLongestPause() {
        var read = CollectorLog.parse(LOG.lines(), 10, 30);
        assertThat(read.heap().size()).isEqualTo(2);
        assertThat(read.heap().mean()).isEqualTo(150);
        assertThat(read.longestPause()).isEqualTo(1.25, within(1e-9));
    }
}
