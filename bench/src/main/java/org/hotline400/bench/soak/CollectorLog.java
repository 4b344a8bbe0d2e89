package org.hotline400.bench.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hotline400.bench.BenchFailedException;

/// What `-Xlog:gc*,safepoint` wrote, with `timenanos`, the clock of [System#nanoTime] on this machine: the heap after
/// collections, and how long all threads stood still.
///
/// @param heap megabytes in use after all collections, by seconds of that clock
/// @param old the same after collections that took objects long held, too: what remains lives, or nearly so
/// @param pauses in order
record CollectorLog(Trend heap, Trend old, List<Pause> pauses) {
    /// Written by the process, for this class to read.
    static final String DECORATIONS = "timenanos,tags";
    /// `[12345000000ns][gc] GC(5) Pause Young (Mixed) (G1 Evacuation Pause) 512M->200M(2048M) 9.020ms`, or of ZGC
    /// `Major Collection (Proactive) 512M(25%)->200M(10%) 0.020s`
    private static final Pattern COLLECTION = Pattern.compile("^\\[(\\d+)ns]\\[gc *] GC\\(\\d+\\) (.*)->(\\d+)M\\(");

    private static final Pattern OF_OLD_OBJECTS = Pattern.compile("\\(Mixed\\)|Pause Full|Major Collection");
    private static final Pattern PAUSE = Pattern.compile("^\\[(\\d+)ns]\\[safepoint.* Total: +(\\d+) ns");

    /// All threads stood still; it is logged when it is over.
    ///
    /// @param end of [System#nanoTime]
    record Pause(long end, long nanos) {
        long begin() {
            return end - nanos;
        }

        double milliseconds() {
            return nanos / 1e6;
        }
    }

    CollectorLog {
        pauses = List.copyOf(pauses);
    }

    /// @param from,to of [System#nanoTime]: what counts
    static CollectorLog read(Path file, long from, long to) {
        try (var lines = Files.lines(file)) {
            return parse(lines, from, to);
        } catch (IOException e) {
            throw new BenchFailedException("the log of the collector cannot be read: " + e.getMessage());
        }
    }

    static CollectorLog parse(Stream<String> lines, long from, long to) {
        var heap = new Trend();
        var old = new Trend();
        var pauses = new ArrayList<Pause>();
        lines.forEach(line -> {
            var collection = COLLECTION.matcher(line);
            if (collection.find() && within(collection.group(1), from, to)) {
                var seconds = Long.parseLong(collection.group(1)) / 1e9;
                var megabytes = Double.parseDouble(collection.group(3));
                heap.add(seconds, megabytes);
                if (OF_OLD_OBJECTS.matcher(collection.group(2)).find()) {
                    old.add(seconds, megabytes);
                }
            }
            var pause = PAUSE.matcher(line);
            if (pause.find() && within(pause.group(1), from, to)) {
                pauses.add(new Pause(Long.parseLong(pause.group(1)), Long.parseLong(pause.group(2))));
            }
        });
        return new CollectorLog(heap, old, pauses);
    }

    private static boolean within(String nanos, long from, long to) {
        var at = Long.parseLong(nanos);
        return at - from >= 0 && to - at >= 0;
    }

    /// The milliseconds that so many of a hundred pauses did not exceed; 0 when there was none.
    double pausesWithin(double percent) {
        if (pauses.isEmpty()) {
            return 0;
        }
        var sorted = pauses.stream().mapToDouble(Pause::milliseconds).sorted().toArray();
        return sorted[Math.max(0, (int) Math.ceil(percent / 100 * sorted.length) - 1)];
    }

    /// Milliseconds.
    double longestPause() {
        return pausesWithin(100);
    }
}
