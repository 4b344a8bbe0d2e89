package org.hotline400.bench.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PausesTest {
    @TempDir
    Path folder;

    @Test
    void readsTheSafepointsOfAStretchAndNothingElse() throws Exception {
        var log = Files.writeString(folder.resolve("pauses.log"), """
                [10000000ns][gc,init] CardTable entry size: 512
                [900000000ns][safepoint   ] Safepoint "G1CollectForAllocation", Time since last: 3 ns, Total: 99000000 ns
                [1234000000ns][safepoint   ] Safepoint "ZMarkStartYoung", Time since last: 3 ns, Reaching safepoint: 1 ns, \
                At safepoint: 2 ns, Leaving safepoint: 1 ns, Total: 1500000 ns, Threads: 0 runnable, 9 total
                [1300000000ns][gc,phases   ] GC(0) Y: Pause Mark End 0.012ms
                [2000000000ns][safepoint   ] Safepoint "ICBufferFull", Time since last: 3 ns, Total:  250000 ns
                [2100000000ns][safepoint   ] Safepoint "ICBufferFull", Time since last: 3 ns, Total:  500000 ns
                [2900000000ns][safepoint   ] Safepoint "G1CollectForAllocation", Time since last: 3 ns, Total: 88000000 ns
                """);

        assertThat(Pauses.read(log, new Pauses.Span(1_000_000_000, 2_500_000_000L)))
                .isEqualTo(new Pauses(3, 0.5, 1.5));
        assertThat(Pauses.read(log, new Pauses.Span(0, 1))).isEqualTo(new Pauses(0, 0, 0));
    }
}
