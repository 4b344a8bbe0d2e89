package org.hotline400.bench.calls;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.hotline400.bench.BenchFailedException;
import org.hotline400.bench.platform.CallRows;
import org.hotline400.bench.platform.Children;
import org.hotline400.bench.platform.FlightRecording;
import org.hotline400.bench.platform.Machine;
import org.hotline400.bench.platform.PlatformSettings;
import org.hotline400.bench.platform.PlatformUnderTest;
import org.hotline400.bench.platform.Ports;
import org.hotline400.bench.platform.ProcessUsage;
import org.hotline400.bench.platform.Provisioning;
import org.hotline400.bench.platform.RestApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Measures calls a second.
@Command(name = "calls", mixinStandardHelpOptions = true, description = "Calls a second, CPU a call, set-up time.")
public final class CallsCommand implements Callable<Integer> {
    private static final Duration WRITTEN_WITHIN = Duration.ofMinutes(2);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--rate", paramLabel = "N", defaultValue = "500", description = "Calls that begin in a second.")
    private int rate;

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "45")
    private int seconds;

    @Option(names = "--warm-up", paramLabel = "SECONDS", defaultValue = "15")
    private int warmUp;

    @Option(names = "--numbers", paramLabel = "N", defaultValue = "10000")
    private int numbers;

    @Option(names = "--jfr", paramLabel = "FILE", description = "Keeps a profile of the measured interval.")
    private @Nullable Path jfr;

    @Option(names = "--java", paramLabel = "OPTION", description = "Handed to the platform's Java; may be repeated.")
    private List<String> javaOptions = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Sipp.requireInstalled();
        var out = spec.commandLine().getOut();
        out.println(Machine.here().text());
        var folder = Children.folder("calls");
        var loaded = Provisioning.numbers(numbers);
        var calls = CallList.write(folder, loaded);
        var trunk = new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free());
        var gcLog = folder.resolve("gc.log");
        try (var carrier = Sipp.carrier(trunk);
                var platform = PlatformUnderTest.start(PlatformSettings.withTrunk(trunk)
                        .withJavaOptions(javaOptions)
                        .withPauseLog(gcLog));
                var rows = CallRows.of(platform);
                var api = new RestApi(platform.http(), platform.operatorKey())) {
            long began = System.nanoTime();
            new Provisioning(api).load(loaded, plan());
            say(out, "%d numbers loaded in %.1f s".formatted(numbers, (System.nanoTime() - began) / 1e9));
            if (warmUp > 0) {
                run(out, "warm-up", platform, carrier, rows, calls, new Load(rate, warmUp), null);
            }
            run(out, "measured", platform, carrier, rows, calls, new Load(rate, seconds), jfr);
            say(out, "pauses %s".formatted(Pauses.read(gcLog, 0)));
        }
        Children.remove(folder);
        return 0;
    }

    private void run(
            PrintWriter out,
            String name,
            PlatformUnderTest platform,
            Sipp carrier,
            CallRows rows,
            Path calls,
            Load load,
            @Nullable Path profile)
            throws InterruptedException {
        long had = rows.count();
        var usage = ProcessUsage.of(platform.pid());
        var carrierBefore = carrier.usage();
        LoadResult result;
        try (var callers = Sipp.callers(platform.sip(), calls, load);
                var _ = profile == null ? null : FlightRecording.start(platform.pid(), profile)) {
            result = callers.await(load);
        }
        long began = System.nanoTime();
        long written = rows.await(had + result.completed(), WRITTEN_WITHIN) - had;
        var used = ProcessUsage.of(platform.pid()).since(usage);
        say(
                out,
                "%s at %d/s: %s in %.2f s; carried %s"
                        .formatted(name, load.rate(), result.text(), result.seconds(), result.isCarried()));
        say(
                out,
                "  rows %d, caught up in %.1f s, %s"
                        .formatted(written, (System.nanoTime() - began) / 1e9, rows.byEnd()));
        say(
                out,
                "  CPU a call %.3f ms platform + %.3f ms PostgreSQL; cores %.2f + %.2f; carrier %.3f ms; RSS %d MB + %d MB"
                        .formatted(
                                ms(used.own(), result),
                                ms(used.descendants(), result),
                                used.own().toMillis() / 1e3 / result.seconds(),
                                used.descendants().toMillis() / 1e3 / result.seconds(),
                                ms(carrier.usage().since(carrierBefore).own(), result),
                                used.ownRssKilobytes() >> 10,
                                used.descendantsPssKilobytes() >> 10));
    }

    private static double ms(Duration cpu, LoadResult result) {
        return cpu.toNanos() / 1e6 / Math.max(1, result.completed());
    }

    private static void say(PrintWriter out, String text) {
        out.println(text);
        out.flush();
    }

    private static String plan() {
        try (var in = CallsCommand.class.getResourceAsStream("/calls/plan.json")) {
            if (in == null) {
                throw new IllegalStateException("the bench has no plan.json");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BenchFailedException("the bench's plan cannot be read: " + e.getMessage());
        }
    }
}
