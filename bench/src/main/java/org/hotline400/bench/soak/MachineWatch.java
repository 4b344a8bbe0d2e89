package org.hotline400.bench.soak;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.hotline400.bench.platform.MachineTime;
import org.hotline400.bench.platform.ProcessTimes;

/// Looks every 50 ms at who has the machine's cores, until closed.
final class MachineWatch implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofMillis(50);

    private final List<Takings.Moment> moments = new ArrayList<>();
    private final ProcessTimes ours;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("bench-machine").unstarted(this::run);
    private volatile boolean over;

    private MachineWatch(ProcessTimes ours) {
        this.ours = ours;
    }

    /// @param platform its Java process; those that it started and this process are not others either
    static MachineWatch start(long platform) {
        var watch = new MachineWatch(
                ProcessTimes.of(platform, ProcessHandle.current().pid()));
        watch.thread.start();
        return watch;
    }

    private void run() {
        while (!over) {
            try {
                var used = ours.now();
                var machine = MachineTime.now();
                var others = machine.busy().minus(machine.stolen()).minus(used);
                moments.add(
                        new Takings.Moment(System.nanoTime(), machine.stolen().toNanos(), others.toNanos()));
            } catch (IOException e) {
                // Without it no pause is excused.
                return;
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }

    Takings stop() throws InterruptedException {
        close();
        thread.join();
        return new Takings(moments);
    }

    @Override
    public void close() {
        over = true;
        LockSupport.unpark(thread);
    }
}
