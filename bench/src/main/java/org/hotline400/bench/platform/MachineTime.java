package org.hotline400.bench.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// How long the machine's cores have worked, all processes and the kernel together, and how long they were taken away
/// (`/proc/stat`): tells whether somebody else disturbed a measurement.
///
/// @param busy the stolen time included: it was wanted here
/// @param stolen by the host of this virtual machine
public record MachineTime(Duration busy, Duration stolen) {
    private static final Path FILE = Path.of("/proc/stat");
    private static final int MILLIS_A_TICK = 10;
    private static final int IDLE = 3;
    private static final int IO_WAIT = 4;
    private static final int STOLEN = 7;

    public static MachineTime now() throws IOException {
        try (var lines = Files.lines(FILE)) {
            return parse(lines.findFirst().orElse(""));
        }
    }

    /// `cpu  user nice system idle iowait irq softirq steal guest guest_nice`; guests are within user and nice.
    static MachineTime parse(String line) {
        var fields = line.strip().split("\\s+", -1);
        var busy = 0L;
        var stolen = 0L;
        for (var field = 0; field <= STOLEN && field + 1 < fields.length; field++) {
            var ticks = Long.parseLong(fields[field + 1]);
            busy += field == IDLE || field == IO_WAIT ? 0 : ticks;
            stolen = field == STOLEN ? ticks : stolen;
        }
        return new MachineTime(Duration.ofMillis(busy * MILLIS_A_TICK), Duration.ofMillis(stolen * MILLIS_A_TICK));
    }

    public MachineTime since(MachineTime before) {
        return new MachineTime(busy.minus(before.busy), stolen.minus(before.stolen));
    }
}
