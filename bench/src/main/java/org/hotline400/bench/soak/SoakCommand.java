package org.hotline400.bench.soak;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hotline400.bench.BenchFailedException;
import org.hotline400.bench.media.SteadyLoad;
import org.hotline400.bench.platform.Children;
import org.hotline400.bench.platform.Jcmd;
import org.hotline400.bench.platform.Machine;
import org.hotline400.bench.report.ReportOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Lets the platform work for long.
@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        description = {
            "A load that lasts: short calls, and talks with audio beside them, half of those recorded.",
            "Fails when threads, descriptors, sockets or memory do not come back, one call in a thousand fails, a pause"
                    + " exceeds 50 ms, or one call in a hundred is not begun."
        })
public final class SoakCommand implements Callable<Integer> {
    /// So that resident memory tells what is outside the heap; what is inside the collector's log tells.
    private static final List<String> FIXED_HEAP = List.of("-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch");

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);
    private static final Duration BACK_WITHIN = Duration.ofSeconds(90);
    /// Transactions of SIP live for 32 s (RFC 3261 §17.1.1.2, timer B).
    private static final Duration REST = Duration.ofSeconds(40);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--minutes", paramLabel = "N", defaultValue = "60", description = "How long (${DEFAULT-VALUE}).")
    private int minutes;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "500",
            description = "Short calls that begin in a second; half of what bench calls finds (${DEFAULT-VALUE}).")
    private int rate;

    @Option(
            names = "--media-calls",
            paramLabel = "N",
            defaultValue = "100",
            description = "Calls with audio at once; half of what bench media finds, at most (${DEFAULT-VALUE}).")
    private int mediaCalls;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "The same load before; what is held after it is what must be held at the end"
                    + " (${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--java", paramLabel = "OPTION", description = "Handed to the platform's Java; may be repeated.")
    private List<String> javaOptions = List.of();

    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (minutes < 1 || minutes > 1440 || warmUp < 1 || warmUp > 3600) {
            throw new BenchFailedException(
                    2, "--minutes takes 1 to 1440 and --warm-up 1 to 3600, were " + minutes + " and " + warmUp);
        }
        var terms = new SteadyLoad.Terms(rate, mediaCalls);
        var folder = Children.folder("soak");
        try {
            var result = soak(terms, folder.resolve("collector.log"));
            report.deliver(
                    result.report(Instant.now(), Machine.here(), command()),
                    spec.commandLine().getOut());
            return result.good() ? 0 : 1;
        } finally {
            Children.remove(folder);
        }
    }

    private String command() {
        return "./hotline bench "
                + String.join(" ", spec.root().commandLine().getParseResult().originalArgs());
    }

    private SoakResult soak(SteadyLoad.Terms terms, Path log) throws IOException, InterruptedException {
        var options = new ArrayList<>(FIXED_HEAP);
        options.addAll(javaOptions);
        options.add("-Xlog:gc*,safepoint:file=" + log + ":" + CollectorLog.DECORATIONS + ":filecount=0");
        try (var load = SteadyLoad.on(options)) {
            load.begin(terms);
            look(load, Duration.ofSeconds(warmUp));
            load.end();
            Thread.sleep(REST);
            var liveBefore = liveHeap(load, log);
            var before = held(load, 0);
            say("after the warm-up: " + before.text());
            try (var watch = MachineWatch.start(load.platformProcess())) {
                var start = System.nanoTime();
                load.begin(terms);
                var looks = look(load, Duration.ofMinutes(minutes));
                var outcome = load.end();
                var end = System.nanoTime();
                var takings = watch.stop();
                Thread.sleep(REST);
                var after = awaitBack(load, before);
                say("at the end: " + after.text());
                var live = new SoakResult.LiveHeap(liveBefore, liveHeap(load, log));
                return new SoakResult(outcome, before, after, looks, live, CollectorLog.read(log, start, end), takings);
            }
        }
    }

    /// Has everything collected that does not live, at rest: the load's pauses are not touched.
    ///
    /// @return megabytes
    private static double liveHeap(SteadyLoad load, Path log) {
        var before = System.nanoTime();
        Jcmd.run(load.platformProcess(), "GC.run");
        return CollectorLog.read(log, before, System.nanoTime())
                .old()
                .last()
                .orElseThrow(() -> new BenchFailedException("the platform's log tells of no full collection"));
    }

    private List<Held> look(SteadyLoad load, Duration time) throws IOException, InterruptedException {
        var looks = new ArrayList<Held>();
        var begin = System.nanoTime();
        var line = BETWEEN_LINES.toNanos();
        for (var now = 0L; now < time.toNanos(); now = System.nanoTime() - begin) {
            Thread.sleep(BETWEEN_LOOKS);
            if (!load.isRunning()) {
                throw new BenchFailedException("the platform or the generator ended under the load after "
                        + Duration.ofNanos(now).toSeconds() + " s");
            }
            looks.add(held(load, now / 1e9));
            if (now >= line) {
                line += BETWEEN_LINES.toNanos();
                say(Duration.ofNanos(now).toMinutes() + " min: "
                        + looks.getLast().text());
            }
        }
        return looks;
    }

    private static Held held(SteadyLoad load, double seconds) throws IOException {
        return Held.by(load.platformProcess(), seconds, load.mediaSockets());
    }

    /// What is pooled goes after a while.
    private static Held awaitBack(SteadyLoad load, Held before) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + BACK_WITHIN.toNanos();
        var held = held(load, 0);
        while (!SoakResult.isBack(before, held) && System.nanoTime() < deadline) {
            Thread.sleep(Duration.ofSeconds(1));
            held = held(load, 0);
        }
        return held;
    }

    private void say(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(text);
        out.flush();
    }
}
