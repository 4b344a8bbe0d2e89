package org.hotline400.bench.calls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotline400.bench.BenchFailedException;

/// How long all threads of the platform stood still, from its log of safepoints.
///
/// @param count of pauses
/// @param medianMilliseconds 0 when there was none
/// @param longestMilliseconds 0 when there was none
record Pauses(int count, double medianMilliseconds, double longestMilliseconds) {
    private static final Pattern LINE = Pattern.compile("^\\[(\\d+)ns]\\[safepoint.*Total: +(\\d+) ns");

    /// A stretch of [System#nanoTime], the clock of the log.
    record Span(long from, long to) {
        boolean holds(MatchResult line) {
            long at = Long.parseLong(line.group(1));
            return at - from >= 0 && to - at >= 0;
        }
    }

    /// @param log as `-Xlog:gc*,safepoint:…:timenanos,tags` writes it
    static Pauses read(Path log, Span span) {
        try (var lines = Files.lines(log)) {
            var pauses = lines.map(LINE::matcher)
                    .filter(Matcher::find)
                    .filter(span::holds)
                    .mapToDouble(line -> Long.parseLong(line.group(2)) / 1e6)
                    .sorted()
                    .toArray();
            int count = pauses.length;
            return count == 0 ? new Pauses(0, 0, 0) : new Pauses(count, pauses[count / 2], pauses[count - 1]);
        } catch (IOException e) {
            throw new BenchFailedException("the platform's log of pauses cannot be read: " + e.getMessage());
        }
    }
}
