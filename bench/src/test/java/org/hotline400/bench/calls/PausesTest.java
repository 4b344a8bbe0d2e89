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
    void readsSafepointsAndNothingElse() throws Exception {
        var log = Files.writeString(folder.resolve("pauses.log"), """
                [0.010s][gc,init] CardTable entry size: 512
                [1.234s][safepoint   ] Safepoint "ZMarkStartYoung", Time since last: 3 ns, Reaching safepoint: 1 ns, \
                At safepoint: 2 ns, Leaving safepoint: 1 ns, Total: 1500000 ns, Threads: 0 runnable, 9 total
                [1.300s][gc,phases   ] GC(0) Y: Pause Mark End 0.012ms
                [2.234s][safepoint   ] Safepoint "ICBufferFull", Time since last: 3 ns, Total:  250000 ns
                """);

        assertThat(Pauses.read(log)).isEqualTo(new Pauses(2, 1.5, 1.75));
    }
}
