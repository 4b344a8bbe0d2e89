package org.hotline400.bench.media;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hotline400.bench.BenchFailedException;
import org.hotline400.bench.platform.FlightRecording;
import org.hotline400.bench.platform.Machine;
import org.hotline400.bench.report.ReportOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Measures two-party calls at once.
@Command(
        name = "media",
        mixinStandardHelpOptions = true,
        description = {
            "Two-party PCMA calls at once, with and without recording: packets lost at both ends, round trip, CPU,"
                    + " memory a call.",
            "A load is carried when every call is up, no packet is lost by the platform and 99 of 100 packets are"
                    + " back within 20 ms."
        })
public final class MediaCommand implements Callable<Integer> {
    private static final List<String> FIXED_HEAP = List.of("-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch");
    private static final int WARM_UP_CALLS = 200;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--calls",
            paramLabel = "N",
            split = ",",
            description =
                    "Measures this load alone, or these such as 300,700 (default: looks for the largest that is carried, and measures"
                            + " memory).")
    private List<Integer> calls = List.of();

    @Option(names = "--find", description = "Looks for the largest load that is carried, and measures no memory.")
    private boolean find;

    @Option(
            names = "--memory",
            description = "Measures memory a call, at 100 and 1,000 calls with a fixed heap, and looks for no load.")
    private boolean memory;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "30",
            description = "How long packets are counted, at each load (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "15",
            description = "Talk of " + WARM_UP_CALLS + " calls before, not counted (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--recorded", description = "Only calls that are recorded.")
    private boolean recorded;

    @Option(names = "--unrecorded", description = "Only calls that are not recorded.")
    private boolean unrecorded;

    @Option(
            names = "--in-band-keys",
            description = "Callers and callees offer no telephone events: the platform listens for keys as tones.")
    private boolean inBandKeys;

    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Option(
            names = "--jfr",
            paramLabel = "FILE",
            description = "Keeps a profile of the platform under the load of --calls.")
    private @Nullable Path jfr;

    @Option(names = "--java", paramLabel = "OPTION", description = "Handed to the platform's Java; may be repeated.")
    private List<String> javaOptions = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        check();
        var results = new MediaResults();
        for (var isRecorded : kinds()) {
            if (!calls.isEmpty() || find || !memory) {
                measure(results, isRecorded);
            }
            if (memory || (calls.isEmpty() && !find)) {
                measureMemory(results, isRecorded);
            }
        }
        report.deliver(results.report(Machine.here(), command()), out());
        return !calls.isEmpty() && !results.steps().stream().allMatch(MediaStep::good) ? 1 : 0;
    }

    private String command() {
        return "./hotline bench "
                + String.join(" ", spec.root().commandLine().getParseResult().originalArgs());
    }

    private void check() {
        if (!calls.isEmpty() && (find || memory)) {
            throw new BenchFailedException(2, "--calls names a load: leave out --find and --memory");
        }
        for (var load : calls) {
            if (load < 1 || load > MediaLab.MOST_CALLS) {
                throw new BenchFailedException(
                        2,
                        "--calls takes 1 to " + MediaLab.MOST_CALLS + ", which the RTP ports suffice for; was " + load);
            }
        }
        if (seconds < 1 || seconds > 3600 || warmUp < 0 || warmUp > 600) {
            throw new BenchFailedException(
                    2, "--seconds takes 1 to 3600 and --warm-up 0 to 600, were " + seconds + " and " + warmUp);
        }
        if (jfr != null && (calls.size() != 1 || kinds().size() != 1)) {
            throw new BenchFailedException(
                    2, "--jfr keeps the profile of one load: add --calls N and --recorded or --unrecorded");
        }
    }

    /// Both unless one was asked for.
    private List<Boolean> kinds() {
        return recorded == unrecorded ? List.of(false, true) : List.of(recorded);
    }

    private void measure(MediaResults results, boolean isRecorded) throws IOException, InterruptedException {
        try (var lab = start(javaOptions, isRecorded, WARM_UP_CALLS)) {
            if (!calls.isEmpty()) {
                for (var load : calls) {
                    results.add(profiled(lab, terms(load, isRecorded)));
                }
            } else {
                new Climb(load -> {
                            var step = lab.run(terms(load, isRecorded));
                            say(step.text());
                            return step;
                        })
                        .run()
                        .forEach(results::add);
            }
        }
    }

    private MediaStep profiled(MediaLab lab, MediaStep.Terms terms) throws IOException, InterruptedException {
        try (var _ = jfr == null ? null : FlightRecording.start(lab.platformProcess(), jfr)) {
            var step = lab.run(terms);
            say(step.text());
            return step;
        }
    }

    private void measureMemory(MediaResults results, boolean isRecorded) throws IOException, InterruptedException {
        var options = new ArrayList<>(FIXED_HEAP);
        options.addAll(javaOptions);
        // Warmed up by no more calls than are measured first: what a process once took it hardly gives back.
        try (var lab = start(options, isRecorded, MemoryACall.FEW)) {
            var few = lab.runUnheard(terms(MemoryACall.FEW, isRecorded));
            say(few.text());
            var many = lab.runUnheard(terms(MemoryACall.MANY, isRecorded));
            say(many.text());
            results.addMemory(few, many);
        }
    }

    private MediaLab start(List<String> options, boolean isRecorded, int warmUpCalls)
            throws IOException, InterruptedException {
        var lab = MediaLab.start(options, new Sdp(!inBandKeys));
        try {
            if (warmUp > 0) {
                say("warm-up: "
                        + lab.runUnheard(new MediaStep.Terms(warmUpCalls, isRecorded, Duration.ofSeconds(warmUp)))
                                .text());
            }
            return lab;
        } catch (IOException | InterruptedException | RuntimeException e) {
            lab.close();
            throw e;
        }
    }

    private MediaStep.Terms terms(int load, boolean isRecorded) {
        return new MediaStep.Terms(load, isRecorded, Duration.ofSeconds(seconds));
    }

    private void say(String text) {
        out().println(text);
        out().flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
