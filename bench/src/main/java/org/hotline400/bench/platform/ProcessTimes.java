package org.hotline400.bench.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/// CPU time of some processes and those that they started, asked for often: looks for new ones every ten seconds only.
public final class ProcessTimes {
    private static final long BETWEEN_SEARCHES = Duration.ofSeconds(10).toNanos();

    private final List<Long> roots;
    private final Map<Long, Duration> last = new HashMap<>();
    private List<Long> processes = List.of();
    private long nextSearch = System.nanoTime();

    private ProcessTimes(List<Long> roots) {
        this.roots = roots;
    }

    public static ProcessTimes of(long... roots) {
        return new ProcessTimes(LongStream.of(roots).boxed().toList());
    }

    /// Since each of them began; what a process that has ended used stays counted as far as it was seen.
    public Duration now() {
        if (System.nanoTime() - nextSearch >= 0) {
            nextSearch = System.nanoTime() + BETWEEN_SEARCHES;
            processes = search();
        }
        for (var process : processes) {
            var stat = Path.of("/proc", Long.toString(process), "stat");
            if (Files.exists(stat)) {
                last.put(process, read(stat, last.getOrDefault(process, Duration.ZERO)));
            }
        }
        return last.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration read(Path stat, Duration otherwise) {
        try {
            var times = ProcessUsage.parseTimes(Files.readString(stat));
            return Duration.ofMillis((times[0] + times[1]) * 10);
        } catch (IOException ended) {
            return otherwise;
        }
    }

    private List<Long> search() {
        var found = new ArrayList<Long>();
        for (var root : roots) {
            found.add(root);
            ProcessHandle.of(root).stream()
                    .flatMap(ProcessHandle::descendants)
                    .map(ProcessHandle::pid)
                    .filter(pid -> !found.contains(pid))
                    .forEach(found::add);
        }
        return found;
    }
}
