package org.hotline400.bench.calls;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hotline400.bench.BenchFailedException;
import org.hotline400.bench.platform.CallRows;
import org.hotline400.bench.platform.PlatformSettings;
import org.hotline400.bench.platform.PlatformUnderTest;
import org.hotline400.bench.platform.Ports;
import org.hotline400.bench.platform.Provisioning;
import org.hotline400.bench.platform.RestApi;
import org.hotline400.bench.report.Figure;

/// Measures one after the other: SIPp alone, the platform, Kamailio in its place.
final class CallsBench {
    private static final int PROBE_SECONDS = 6;
    private static final int SAMPLED_SECONDS = 30;
    private static final int OVERLOAD_SECONDS = 20;
    private static final int CEILING_SECONDS = 3;
    private static final int WARM_UP_RATE = 400;
    private static final int FIRST_RATE = 400;
    private static final int HIGHEST_RATE = 20_000;
    private static final int MOST_RETREATS = 8;
    private static final double RETREAT = 0.95;
    private static final List<Integer> CEILINGS = List.of(8_000, 12_000, 16_000, 20_000);
    private static final Duration FIRST_CALL_WITHIN = Duration.ofMinutes(1);

    private final CallsOrder order;
    private final Path folder;
    private final PrintWriter out;
    private final CallsFigures figures = new CallsFigures();
    private final List<String> notes = new ArrayList<>();
    /// The run that counts.
    private Pauses.Span counted = new Pauses.Span(0, 0);

    private boolean carried;
    private final InetSocketAddress carrierAddress = freeAddress();
    private final List<String> numbers;
    private final Path calls;

    /// @param folder for files that end with the bench
    CallsBench(CallsOrder order, Path folder, PrintWriter out) throws IOException {
        this.order = order;
        this.folder = folder;
        this.out = out;
        this.numbers = Provisioning.numbers(order.numbers());
        this.calls = CallList.write(folder, numbers);
    }

    static InetSocketAddress freeAddress() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free());
    }

    List<Figure> figures() {
        return figures.all();
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    void run() throws InterruptedException {
        try (var _ = Sipp.carrier(carrierAddress)) {
            if (!FirstCall.isAnswered(carrierAddress, Duration.ofSeconds(5))) {
                throw new BenchFailedException("SIPp as the carrier answers no call");
            }
            int ceiling = order.quick() ? 0 : ceiling();
            measurePlatform();
            if (ceiling > 0) {
                figures.told("what SIPp alone carries, caller to carrier", ceiling, "calls/s");
            }
        }
    }

    /// A generator that cannot do more than the platform would measure itself.
    private int ceiling() throws InterruptedException {
        var runs = new Runs(new DirectRoad(carrierAddress), calls, numbers, out);
        int carried = 0;
        for (int rate : CEILINGS) {
            if (!runs.run("ceiling", new Load(rate, CEILING_SECONDS)).isCarried()) {
                break;
            }
            carried = rate;
        }
        return carried;
    }

    private void measurePlatform() throws InterruptedException {
        var gcLog = folder.resolve("pauses.log");
        var settings = PlatformSettings.withTrunk(carrierAddress)
                .withJavaOptions(order.javaOptions())
                .withPauseLog(gcLog);
        say("starting the platform");
        try (var platform = PlatformUnderTest.start(settings)) {
            load(platform);
            try (var rows = CallRows.of(platform)) {
                var runs = new Runs(new PlatformRoad(platform, rows), calls, numbers, out);
                warmUp(runs);
                var full = order.rate().isPresent()
                        ? fullLength(runs, order.rate().getAsInt(), platform)
                        : highest(runs, platform);
                measureFurther(runs, full, gcLog);
            }
            if (!order.quick()) {
                restart(platform);
            }
        }
    }

    private void load(PlatformUnderTest platform) throws InterruptedException {
        long began = System.nanoTime();
        try (var api = new RestApi(platform.http(), platform.operatorKey())) {
            new Provisioning(platform, api).load(order.numbers(), plan());
        }
        say("%d numbers loaded in %.1f s".formatted(order.numbers(), (System.nanoTime() - began) / 1e9));
    }

    private void warmUp(Runs runs) throws InterruptedException {
        if (order.warmUp() == 0) {
            return;
        }
        int first = Math.min(WARM_UP_RATE, order.rate().orElse(WARM_UP_RATE));
        runs.run("warm-up", new Load(first, order.warmUp()));
        if (order.rate().isPresent()) {
            runs.run("warm-up", new Load(order.rate().getAsInt(), order.warmUp()));
        }
        notes.add("Warmed up before anything was measured: %d s at %d calls/s, then %s."
                .formatted(
                        order.warmUp(),
                        first,
                        order.rate().isPresent() ? "as long at the rate" : "the probes of the search"));
    }

    private Measurement fullLength(Runs runs, int rate, PlatformUnderTest platform) throws InterruptedException {
        long began = System.nanoTime();
        var full = runs.runProfiled(
                "full length",
                new Load(rate, order.seconds()),
                platform.pid(),
                order.profile().orElse(null));
        counted = new Pauses.Span(began, System.nanoTime());
        return full;
    }

    private Measurement highest(Runs runs, PlatformUnderTest platform) throws InterruptedException {
        int rate = climb(runs);
        for (int retreat = 0; retreat < MOST_RETREATS; retreat++) {
            var full = fullLength(runs, rate, platform);
            if (full.isCarried()) {
                return full;
            }
            rate = Math.max(1, (int) (rate * RETREAT));
        }
        throw new BenchFailedException(
                "no rate near " + rate + " calls/s was carried for " + order.seconds() + " s; see the lines above");
    }

    /// Whether the rate of the run that counts was carried, and twice as much placed where that was to be measured.
    boolean isCarried() {
        return carried;
    }

    private static int climb(Runs runs) throws InterruptedException {
        int rate = Climb.highest(
                FIRST_RATE,
                HIGHEST_RATE,
                probed -> runs.run("probe", new Load(probed, PROBE_SECONDS)).isCarried());
        if (rate == 0) {
            throw new BenchFailedException("not even the lowest rate was carried; see the lines above");
        }
        return rate;
    }

    private void measureFurther(Runs runs, Measurement full, Path gcLog) throws InterruptedException {
        carried = full.isCarried();
        if (!carried) {
            notes.add("THIS RATE WAS NOT CARRIED: one call in a thousand or more failed, or records are missing.");
        }
        if (order.quick()) {
            figures.add(full, List.of());
            figures.addPauses(Pauses.read(gcLog, counted));
            return;
        }
        int rate = full.result().load().rate();
        var half = runs.runSampled("half the rate", half(rate));
        if (!half.isCarried()) {
            notes.add("Half the rate was not carried; calls that got no answer count as slow ones.");
        }
        var overload = runs.run("twice the rate", new Load(rate * 2, OVERLOAD_SECONDS));
        notes.add("At twice the limit: " + overload.result().text() + ".");
        if (!overload.result().isPlaced()) {
            carried = false;
            notes.add("OVERLOAD WAS NOT MEASURED: SIPp placed %.0f calls a second of %d."
                    .formatted(
                            overload.result().placedPerSecond(),
                            overload.result().load().rate()));
        }
        var beside = order.beside() ? kamailio() : List.<Beside>of();
        figures.add(full, beside.stream().map(Beside::full).toList());
        figures.addPauses(Pauses.read(gcLog, counted));
        figures.addSetUp(
                java.util.Objects.requireNonNull(half.setUp()),
                beside.stream().map(Beside::setUp).toList());
        figures.addOverload(overload.result(), full.result().completedPerSecond());
    }

    private Load half(int rate) {
        return new Load(Math.max(1, rate / 2), Math.min(SAMPLED_SECONDS, order.seconds()));
    }

    private record Beside(Measurement full, SetUpTimes setUp) {}

    /// The platform stands idle meanwhile.
    private List<Beside> kamailio() throws InterruptedException {
        if (!Kamailio.isInstalled()) {
            notes.add("Kamailio is not installed here (Debian's package kamailio), so it was not measured beside.");
            return List.of();
        }
        try (var kamailio = Kamailio.start(freeAddress(), carrierAddress)) {
            var runs = new Runs(kamailio, calls, numbers, out);
            int rate = climb(runs);
            for (int retreat = 0; retreat < MOST_RETREATS; retreat++) {
                var full = runs.run("full length", new Load(rate, order.seconds()));
                if (full.isCarried()) {
                    var half = runs.runSampled("half the rate", half(rate));
                    return List.of(new Beside(full, java.util.Objects.requireNonNull(half.setUp())));
                }
                rate = Math.max(1, (int) (rate * RETREAT));
            }
        }
        notes.add("Kamailio carried no rate at full length.");
        return List.of();
    }

    private void restart(PlatformUnderTest platform) throws InterruptedException {
        long began = System.nanoTime();
        platform.stop();
        long stopped = System.nanoTime();
        platform.restart(order.javaOptions());
        if (!FirstCall.isAnswered(platform.sip(), FIRST_CALL_WITHIN)) {
            throw platform.failed("answered no call within " + FIRST_CALL_WITHIN.toSeconds() + " s of its restart");
        }
        long answered = System.nanoTime();
        figures.addRestart(Duration.ofNanos(stopped - began), Duration.ofNanos(answered - stopped));
    }

    private void say(String text) {
        out.println("  " + text);
        out.flush();
    }

    static String plan() {
        try (var in = CallsBench.class.getResourceAsStream("/calls/plan.json")) {
            if (in == null) {
                throw new IllegalStateException("the bench has no plan.json");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BenchFailedException("the bench's plan cannot be read: " + e.getMessage());
        }
    }
}
