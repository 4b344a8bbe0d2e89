package org.hotline400.bench.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/// What a process and its descendants have used until now, from `/proc`.
///
/// @param own CPU time, user and system, of the process itself
/// @param descendants CPU time of its descendants, those that ended included
/// @param ownRssKilobytes resident memory of the process itself
/// @param descendantsPssKilobytes memory of its living descendants, what they share counted once
public record ProcessUsage(Duration own, Duration descendants, long ownRssKilobytes, long descendantsPssKilobytes) {
    /// Linux counts in hundredths of a second towards programs, whatever its own clock (`man 5 proc`).
    private static final int TICKS_A_SECOND = 100;

    private static final int USER = 0;
    private static final int SYSTEM = 1;
    private static final int REAPED_USER = 2;
    private static final int REAPED_SYSTEM = 3;
    /// Of `/proc/PID/stat`, counted behind the name: utime is field 14, the first behind the name is 3.
    private static final int FIRST_TIME = 11;

    /// @throws IllegalStateException when there is no such process
    public static ProcessUsage of(long pid) {
        long[] times = times(pid);
        if (times.length == 0) {
            throw new IllegalStateException("there is no process " + pid);
        }
        var descendants = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(ProcessHandle::pid)
                .toArray();
        long below = times[REAPED_USER] + times[REAPED_SYSTEM];
        long pss = 0;
        for (long child : descendants) {
            below += Stream.of(times(child))
                    .flatMapToLong(java.util.Arrays::stream)
                    .sum();
            pss += kilobytes(child, "smaps_rollup", "Pss:");
        }
        return new ProcessUsage(
                ticks(times[USER] + times[SYSTEM]), ticks(below), kilobytes(pid, "status", "VmRSS:"), pss);
    }

    private static Duration ticks(long ticks) {
        return Duration.ofMillis(ticks * 1000 / TICKS_A_SECOND);
    }

    /// CPU time of the process and its descendants.
    public Duration total() {
        return own.plus(descendants);
    }

    /// What was used since then; the memory is that of now.
    public ProcessUsage since(ProcessUsage before) {
        return new ProcessUsage(
                own.minus(before.own), descendants.minus(before.descendants), ownRssKilobytes, descendantsPssKilobytes);
    }

    /// utime, stime, cutime, cstime; empty when the process has ended.
    private static long[] times(long pid) {
        try {
            return parseTimes(Files.readString(proc(pid, "stat")));
        } catch (IOException ended) {
            return new long[0];
        }
    }

    /// The name of a process, in parentheses, may hold blanks and parentheses itself.
    static long[] parseTimes(String stat) {
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        var times = new long[4];
        for (int i = 0; i < times.length; i++) {
            times[i] = Long.parseLong(fields[FIRST_TIME + i]);
        }
        return times;
    }

    /// 0 when the process has ended.
    private static long kilobytes(long pid, String file, String name) {
        try (var lines = Files.lines(proc(pid, file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(name.length()).replace("kB", "").strip())
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException ended) {
            return 0;
        }
    }

    private static Path proc(long pid, String file) {
        return Path.of("/proc", Long.toString(pid), file);
    }
}
