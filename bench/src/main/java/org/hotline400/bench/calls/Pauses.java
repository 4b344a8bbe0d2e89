package org.hotline400.bench.calls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.hotline400.bench.BenchFailedException;

/// How long all threads of the platform stood still, from its log of safepoints.
///
/// @param count of pauses
/// @param longestMilliseconds 0 when there was none
/// @param totalMilliseconds of all
record Pauses(long count, double longestMilliseconds, double totalMilliseconds) {
    private static final Pattern LINE = Pattern.compile("\\[safepoint.*Total: +(\\d+) ns");

    /// @param log as `-Xlog:gc*,safepoint:…:uptime,tags` writes it
    static Pauses read(Path log) {
        try (var lines = Files.lines(log)) {
            var pauses = lines.map(LINE::matcher)
                    .filter(java.util.regex.Matcher::find)
                    .mapToDouble(line -> Long.parseLong(line.group(1)) / 1e6)
                    .summaryStatistics();
            return new Pauses(pauses.getCount(), pauses.getCount() == 0 ? 0 : pauses.getMax(), pauses.getSum());
        } catch (IOException e) {
            throw new BenchFailedException("the platform's log of pauses cannot be read: " + e.getMessage());
        }
    }
}
