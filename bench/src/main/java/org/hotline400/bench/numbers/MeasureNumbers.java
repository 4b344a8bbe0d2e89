package org.hotline400.bench.numbers;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hotline400.bench.BenchFailedException;
import org.hotline400.bench.platform.HotlineCommand;

/// `hotline measure-numbers`, the platform's own process without server and database: what it measures of its
/// catalogue, the mix of searches it measures with, and every number with its grade.
final class MeasureNumbers {
    private static final Duration WITHIN = Duration.ofMinutes(5);
    private static final Duration DUMPED_WITHIN = Duration.ofMinutes(15);
    private static final String HEAP = "3g";

    private MeasureNumbers() {}

    static InProcess figures() throws IOException, InterruptedException {
        return InProcess.read(command().printed(WITHIN));
    }

    static Mix mix(int searches) throws IOException, InterruptedException {
        var printed = command("--mix", Integer.toString(searches)).printed(WITHIN);
        var lines = printed.lines().toList();
        if (lines.size() != searches) {
            throw new BenchFailedException(
                    "hotline measure-numbers printed " + lines.size() + " searches instead of " + searches);
        }
        return new Mix(lines);
    }

    /// Every number of the whole space, as [NumbersTable#fill] reads it.
    static <T> T dump(HotlineCommand.Reader<T> reader) throws IOException, InterruptedException {
        return command("--dump").stream(DUMPED_WITHIN, reader);
    }

    private static HotlineCommand command(String... words) {
        var line = new ArrayList<>(List.of("measure-numbers"));
        line.addAll(List.of(words));
        return new HotlineCommand(HEAP, line);
    }
}
