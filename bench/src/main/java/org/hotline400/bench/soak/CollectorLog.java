package org.hotline400.bench.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hotline400.bench.BenchFailedException;

/// What `-Xlog:gc*,safepoint` wrote: the heap after each collection, and how long all threads stood still.
///
/// @param heap megabytes in use after collections, by seconds since the process started
/// @param longestPause milliseconds
record CollectorLog(Trend heap, double longestPause) {
    /// `[12.345s][gc] GC(5) Minor Collection (…) 512M(25%)->200M(10%) 0.020s`
    private static final Pattern COLLECTION =
            Pattern.compile("^\\[(\\d+\\.\\d+)s]\\[gc *] GC\\(\\d+\\) .*->(\\d+)M\\(");
    private static final Pattern PAUSE = Pattern.compile("^\\[(\\d+\\.\\d+)s]\\[safepoint.* Total: +(\\d+) ns");

    /// @param from,to seconds since the process started that count
    static CollectorLog read(Path file, double from, double to) {
        try (var lines = Files.lines(file)) {
            return parse(lines, from, to);
        } catch (IOException e) {
            throw new BenchFailedException("the log of the collector cannot be read: " + e.getMessage());
        }
    }

    static CollectorLog parse(Stream<String> lines, double from, double to) {
        List<String> all = lines.toList();
        var heap = new Trend();
        var longest = 0.0;
        for (var line : all) {
            var collection = COLLECTION.matcher(line);
            if (collection.find() && within(collection.group(1), from, to)) {
                heap.add(Double.parseDouble(collection.group(1)), Double.parseDouble(collection.group(2)));
            }
            var pause = PAUSE.matcher(line);
            if (pause.find() && within(pause.group(1), from, to)) {
                longest = Math.max(longest, Long.parseLong(pause.group(2)) / 1e6);
            }
        }
        return new CollectorLog(heap, longest);
    }

    private static boolean within(String seconds, double from, double to) {
        var at = Double.parseDouble(seconds);
        return at >= from && at <= to;
    }
}
