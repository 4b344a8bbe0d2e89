package org.hotline400.bench.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// How long the machine's cores have worked, all processes and the kernel together (`/proc/stat`): tells whether
/// somebody else disturbed a measurement.
record BusyTime(Duration busy) {
    private static final Path FILE = Path.of("/proc/stat");
    private static final int MILLIS_A_TICK = 10;
    private static final int IDLE = 3;
    private static final int IO_WAIT = 4;
    private static final int STOLEN = 7;

    static BusyTime now() throws IOException {
        try (var lines = Files.lines(FILE)) {
            return parse(lines.findFirst().orElse(""));
        }
    }

    /// `cpu  user nice system idle iowait irq softirq steal guest guest_nice`; guests are within user and nice,
    /// stolen time counts: it was wanted here and taken away.
    static BusyTime parse(String line) {
        var fields = line.strip().split("\\s+", -1);
        var ticks = 0L;
        for (var field = 0; field <= STOLEN && field + 1 < fields.length; field++) {
            if (field != IDLE && field != IO_WAIT) {
                ticks += Long.parseLong(fields[field + 1]);
            }
        }
        return new BusyTime(Duration.ofMillis(ticks * MILLIS_A_TICK));
    }

    Duration since(BusyTime before) {
        return busy.minus(before.busy);
    }
}
